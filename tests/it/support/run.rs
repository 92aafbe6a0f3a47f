//! A program that runs on a pseudo-terminal, with a model of what the terminal shows.

use std::env;
use std::io::{Read, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, SlavePty, native_pty_system};
use rustix::process::{Pid, Signal, kill_process};

use super::model::{Kind, Model, Screen};

/// A test that waits longer than this for its program has failed.
const PATIENCE: Duration = Duration::from_secs(20);

/// A running program.
pub(crate) struct Run {
    pub(crate) model: Model,
    child: Box<dyn Child + Send + Sync>,
    output: Receiver<Vec<u8>>,
    reader: JoinHandle<()>,
    /// Tells the reader to end after the next bytes.
    enough: Arc<AtomicBool>,
    master: Box<dyn MasterPty + Send>,
    keys: Box<dyn Write + Send>,
    /// Keeps the program's side open, so that the modes can be read after its end.
    slave: Box<dyn SlavePty + Send>,
    /// The modes before the program.
    before: Modes,
    /// Whether the terminal answers at once; else its answers wait for [`Run::answer`].
    answers: bool,
}

/// The modes of a terminal's line discipline, in words that can be compared.
#[derive(Debug, PartialEq, Eq)]
struct Modes(String);

impl Modes {
    fn of(master: &dyn MasterPty) -> Self {
        let modes = master.get_termios().unwrap();
        Self(format!(
            "{:?} {:?} {:?} {:?}",
            modes.input_flags, modes.output_flags, modes.control_flags, modes.local_flags
        ))
    }
}

/// The built program with a folder as its argument.
pub(crate) fn jianbao(folder: &Path) -> CommandBuilder {
    let mut command = program(folder);
    command.arg(folder);
    command
}

/// The built program with a folder for its own files.
pub(crate) fn program(folder: &Path) -> CommandBuilder {
    let mut command = CommandBuilder::new(env!("CARGO_BIN_EXE_jianbao"));
    // Nothing of the person who runs the tests.
    command.env("XDG_STATE_HOME", folder.join(".state"));
    command.env("XDG_CONFIG_HOME", folder.join(".config"));
    command.env("XDG_CACHE_HOME", folder.join(".cache"));
    for name in ["JIANBAO_AMBIGUOUS", "TERM_PROGRAM", "COLORTERM", "NO_COLOR", "TMUX", "STY"] {
        command.env_remove(name);
    }
    command
}

impl Run {
    /// Starts a program on a terminal of 80 columns and 24 rows.
    pub(crate) fn start(command: CommandBuilder) -> Self {
        Self::start_on(command, Kind::Narrow)
    }

    /// Starts a program on a terminal of a kind.
    pub(crate) fn start_on(mut command: CommandBuilder, kind: Kind) -> Self {
        let size = PtySize { rows: 24, cols: 80, ..PtySize::default() };
        let pair = native_pty_system().openpty(size).unwrap();
        let before = Modes::of(&*pair.master);
        for (name, value) in [("TERM", "xterm-256color"), ("LC_ALL", "zh_CN.UTF-8")] {
            // What a test has set counts.
            if command.get_env(name) == env::var_os(name).as_deref() {
                command.env(name, value);
            }
        }
        let child = pair.slave.spawn_command(command).unwrap();
        let mut reader = pair.master.try_clone_reader().unwrap();
        let (sender, output) = mpsc::channel();
        let enough = Arc::new(AtomicBool::new(false));
        let told = enough.clone();
        let reader = thread::spawn(move || {
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut buffer) {
                if sender.send(buffer[..count].to_vec()).is_err() || told.load(Ordering::SeqCst) {
                    break;
                }
            }
        });
        Self {
            model: Model::new(80, 24, kind),
            child,
            output,
            reader,
            enough,
            keys: pair.master.take_writer().unwrap(),
            master: pair.master,
            slave: pair.slave,
            before,
            answers: true,
        }
    }

    /// Lets the terminal keep its answers to itself, until [`answer`](Self::answer).
    pub(crate) fn keep_silent(&mut self) {
        self.answers = false;
    }

    /// Gives the answers that the terminal has kept to itself, and those to come.
    pub(crate) fn answer(&mut self) {
        self.answers = true;
        let answers = std::mem::take(&mut self.model.screen.answers);
        self.press(&answers);
    }

    /// Waits until the screen is as wished.
    pub(crate) fn wait_for(&mut self, what: &str, is_there: impl Fn(&Screen) -> bool) {
        while !is_there(&self.model.screen) {
            let Ok(bytes) = self.output.recv_timeout(PATIENCE) else {
                panic!("{what} never came; the screen shows:\n{}", self.model.screen.text());
            };
            self.model.feed(&bytes);
            if self.answers {
                self.answer();
            }
        }
    }

    /// Waits until the screen shows a text.
    pub(crate) fn wait_for_text(&mut self, text: &str) {
        self.wait_for(text, |screen| screen.text().contains(text));
    }

    /// Types.
    pub(crate) fn press(&mut self, keys: &[u8]) {
        self.keys.write_all(keys).unwrap();
        self.keys.flush().unwrap();
    }

    pub(crate) fn resize(&mut self, columns: u16, rows: u16) {
        let size = PtySize { rows, cols: columns, ..PtySize::default() };
        self.model.screen.resize(usize::from(columns), usize::from(rows));
        self.master.resize(size).unwrap();
    }

    /// Lets the terminal show rubbish, as after another program's output.
    pub(crate) fn forget_screen(&mut self) {
        self.model.screen.resize(80, 24);
    }

    /// Sends a signal to the program.
    pub(crate) fn signal(&self, signal: Signal) {
        let process = self.child.process_id().unwrap();
        kill_process(Pid::from_raw(process.cast_signed()).unwrap(), signal).unwrap();
    }

    /// Waits for the end of the program, and checks that it left the terminal as it was. Returns the
    /// exit status.
    pub(crate) fn end(mut self) -> u32 {
        self.wait_for("the usual screen", |screen| {
            !screen.alternate && !screen.pastes && screen.wraps && screen.cursor_visible
        });
        let status = self.child.wait().unwrap().exit_code();
        assert_eq!(Modes::of(&*self.master), self.before);
        assert_eq!(self.model.screen.strange, [""; 0]);
        status
    }

    /// Lets the terminal vanish, and waits for the end of the program.
    pub(crate) fn vanish(mut self) -> u32 {
        // The reader holds the terminal too, and lets go of it after the bytes of a new frame: the
        // window with the keys.
        self.enough.store(true, Ordering::SeqCst);
        self.press(b"?");
        self.reader.join().unwrap();
        drop((self.master, self.keys, self.slave));
        self.child.wait().unwrap().exit_code()
    }
}
