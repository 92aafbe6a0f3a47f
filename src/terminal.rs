//! The terminal: raw mode and back, events, signals, drawing, effects.

mod ability;
mod clipboard;
mod clock;
mod colour;
mod columns;
mod inputs;
mod keys;
mod paint;
mod probe;
mod progress;
mod ruler;
mod scroll;
mod session;
mod worker;

use std::env;
use std::io::{self, Write};
use std::sync::mpsc::Receiver;
use std::time::{Duration, Instant};

use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect, Size};
use rustix::io::Errno;
use rustix::process::Signal;

use crate::app::{self, App, Effect, Event};
use crate::settings::state::Kept;
use crate::source::News;
use crate::text::Ambiguous;
use crate::view;

pub use clipboard::Route;
pub use clock::now;
pub use colour::Depth;
pub use columns::columns;
use inputs::{Input, Inputs};
pub use paint::Painter;
pub use probe::{Answer, SAMPLES};
pub use progress::Progress;
pub use ruler::ruler;
use session::Output;
pub use session::Session;

/// News of the loader are drawn no more often than this.
const NEWS_DRAWN: Duration = Duration::from_millis(33);

/// While keys come faster than they are dealt with, a frame is drawn this often.
const LONGEST_BLIND: Duration = Duration::from_millis(100);

/// Why the browser was left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Leave {
    /// The person wished it.
    Quit,
    /// A signal with this number asked for it.
    Signal(i32),
    /// The terminal has vanished.
    Gone,
}

/// Runs the browser on the terminal until it is left. Must be called on the main thread, which is
/// the one that Ctrl-Z stops at once.
///
/// Whatever happens the terminal is as before afterwards, and `app` holds the last state.
pub fn run(app: &mut App, loader: Receiver<News>, options: Options) -> io::Result<Leave> {
    app.mode = options.ambiguous.unwrap_or(Ambiguous::Both);
    let inputs = Inputs::new(inputs::terminal()?);
    inputs.listen_to_signals()?;
    let session = Session::enter()?;
    let size = session.size();
    let mut painter = Painter::new(Output, size, Depth::of_environment());
    painter.synchronise(ability::is_synchronised(&env::var("TERM").unwrap_or_default()));
    let browser = Browser {
        painter,
        buffer: Buffer::empty(Rect::from((Position::ORIGIN, size))),
        app,
        session,
        inputs,
        asks: options.ambiguous.is_none(),
        wake: None,
        stale: Stale::No,
        drawn: Instant::now(),
        news_drawn: None,
        kept: options.kept,
    };
    match browser.run(loader) {
        Err(error) if is_gone(&error) => Ok(Leave::Gone),
        other => other,
    }
}

/// Asks the terminal how wide it draws ambiguous characters, on a screen of its own. What is typed
/// meanwhile is lost. Must be called on the main thread.
pub fn ask() -> io::Result<Answer> {
    let terminal = inputs::terminal()?;
    session::give_back_on_signals()?;
    let _session = Session::enter()?;
    Output.write_all(probe::question().as_bytes())?;
    Ok(probe::read(&terminal, |_| {}))
}

/// Whether an error means that the terminal has vanished: it can be neither written to nor, under
/// the name of the controlling terminal, opened.
fn is_gone(error: &io::Error) -> bool {
    let number = error.raw_os_error();
    [Errno::IO, Errno::PIPE, Errno::NXIO].iter().any(|gone| number == Some(gone.raw_os_error()))
}

/// Whether the screen shows the state.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Stale {
    No,
    /// News came: the person does not wait for them.
    ByNews,
    /// The person did something.
    ByPerson,
}

struct Browser<'app> {
    app: &'app mut App,
    session: Session,
    inputs: Inputs,
    painter: Painter<Output>,
    buffer: Buffer,
    /// Whether the terminal is asked how wide ambiguous characters are.
    asks: bool,
    /// When the state wants [`Event::Timeout`].
    wake: Option<Instant>,
    stale: Stale,
    /// When the last frame was drawn.
    drawn: Instant,
    /// When a frame was last drawn for news alone.
    news_drawn: Option<Instant>,
    /// Where what is chosen is kept.
    kept: Option<Kept>,
}

/// How the browser is to be run.
#[derive(Debug, Default)]
pub struct Options {
    /// How ambiguous characters are laid out; the terminal is asked where this says nothing.
    pub ambiguous: Option<Ambiguous>,
    /// Where what is chosen is kept.
    pub kept: Option<Kept>,
}

impl Browser<'_> {
    fn run(mut self, loader: Receiver<News>) -> io::Result<Leave> {
        if self.asks {
            Output.write_all(probe::question().as_bytes())?;
        }
        // The first frame is there before anything else is done.
        let Size { width, height } = self.session.size();
        if let Some(leave) = self.update(Event::Resize(width, height))? {
            return Ok(leave);
        }
        self.draw()?;
        self.inputs.listen_to_terminal(self.asks)?;
        self.inputs.listen_to_loader(loader)?;
        loop {
            let input = self.inputs.next(self.patience());
            if let Some(leave) = input.map_or(Ok(None), |input| self.take(input))? {
                return Ok(leave);
            }
            if let Some(leave) = self.look_at_the_clock()? {
                return Ok(leave);
            }
            if self.is_due() {
                self.draw()?;
            }
        }
    }

    /// How long to wait for the next input; `None`: for ever.
    fn patience(&self) -> Option<Duration> {
        let news = (self.stale == Stale::ByNews).then(|| self.news_due());
        let next = [self.wake, news].into_iter().flatten().min()?;
        Some(next.saturating_duration_since(Instant::now()))
    }

    /// From when on news may be drawn.
    fn news_due(&self) -> Instant {
        self.news_drawn.map_or(self.drawn, |drawn| drawn + NEWS_DRAWN)
    }

    /// Whether to draw now. While keys wait to be dealt with the screen may be late, but not for
    /// long.
    fn is_due(&mut self) -> bool {
        let now = Instant::now();
        match self.stale {
            Stale::No => false,
            Stale::ByNews => self.news_due() <= now && !self.inputs.is_pressing(),
            Stale::ByPerson => self.drawn + LONGEST_BLIND <= now || !self.inputs.is_pressing(),
        }
    }

    /// Tells the state when the time that it asked for has passed.
    fn look_at_the_clock(&mut self) -> io::Result<Option<Leave>> {
        if self.wake.take_if(|wake| *wake <= Instant::now()).is_none() {
            return Ok(None);
        }
        self.stale = Stale::ByPerson;
        self.update(Event::Timeout)
    }

    /// Deals with one thing that happened.
    fn take(&mut self, input: Input) -> io::Result<Option<Leave>> {
        let event = match input {
            Input::Key(key) => Event::Key(key),
            Input::Paste(text) => Event::Paste(text),
            Input::Mode(mode) => Event::Mode(mode),
            Input::News(news) => {
                self.stale = self.stale.max(Stale::ByNews);
                return self.update(match news {
                    News::Found(count) => Event::Found(count),
                    News::Files(files) => Event::Loaded(files),
                    News::Done => Event::LoadDone,
                });
            }
            Input::Worked(number, outcome) => {
                let stale = if outcome.is_awaited() { Stale::ByPerson } else { Stale::ByNews };
                self.stale = self.stale.max(stale);
                return self.update(Event::Worked(number, outcome));
            }
            Input::Resized => self.resized(),
            Input::Continued => {
                self.session.take_over()?;
                self.resized()
            }
            Input::End(signal) => return Ok(Some(Leave::Signal(signal))),
            Input::Gone => return Ok(Some(Leave::Gone)),
        };
        self.stale = Stale::ByPerson;
        self.wake = self.wake.filter(|_| matches!(event, Event::Resize(..) | Event::Mode(_)));
        self.update(event)
    }

    /// Adapts to the size that the terminal has now.
    fn resized(&mut self) -> Event {
        let size = self.session.size();
        self.painter.resize(size);
        self.buffer.resize(Rect::from((Position::ORIGIN, size)));
        Event::Resize(size.width, size.height)
    }

    /// Changes the state and runs the effects; some mean to leave.
    fn update(&mut self, event: Event) -> io::Result<Option<Leave>> {
        for effect in app::update(self.app, event) {
            match effect {
                Effect::Quit => return Ok(Some(Leave::Quit)),
                Effect::Suspend => self.suspend()?,
                Effect::Redraw => self.painter.forget(),
                Effect::Wake(milliseconds) => {
                    self.wake = Some(Instant::now() + Duration::from_millis(milliseconds));
                }
                Effect::Work(work) => self.inputs.work(work),
                Effect::KeepSearch(name, query) => self.keep(|kept| kept.keep_search(&name, &query)),
                Effect::Remember(query) => self.keep(|kept| kept.remember(&query)),
                Effect::Keep(mode) => self.keep(|kept| kept.keep(mode)),
            }
        }
        Ok(None)
    }

    /// Keeps something for the next time, or says why it cannot be kept.
    fn keep(&mut self, keep: impl FnOnce(&Kept) -> io::Result<()>) {
        if let Some(Err(error)) = self.kept.as_ref().map(keep) {
            app::update(self.app, Event::NotKept(error.to_string()));
        }
    }

    /// Gives the terminal back and stops, with the other programs of the job as Ctrl-Z does; goes on
    /// when the shell wakes the job.
    fn suspend(&mut self) -> io::Result<()> {
        self.session.give_back();
        // A job that no shell looks after is not stopped by this: it goes on at once.
        rustix::process::kill_current_process_group(Signal::TSTP)?;
        self.session.take_over()?;
        self.painter.forget();
        Ok(())
    }

    fn draw(&mut self) -> io::Result<()> {
        let cursor = view::draw(self.app, &mut self.buffer);
        self.painter.underlay(view::needs_underlay(self.app));
        self.painter.draw(&self.buffer, cursor)?;
        self.drawn = Instant::now();
        if self.stale == Stale::ByNews {
            self.news_drawn = Some(self.drawn);
        }
        self.stale = Stale::No;
        Ok(())
    }
}
