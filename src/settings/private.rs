//! Files that are written as a whole or not at all, and that nobody else may read.

use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::Path;
use std::process;

/// Bytes that are written at once: what is written in larger pieces is read faster, since the system keeps it so.
const BUFFER: usize = 1 << 20;

/// Writes beside the file and renames, so that nobody ever finds half of it.
pub(super) fn write(file: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    if let Some(folder) = file.parent() {
        fs::create_dir_all(folder)?;
    }
    let beside = file.with_extension(format!("{}.part", process::id()));
    let written = create(&beside).and_then(|part| {
        let mut out = BufWriter::with_capacity(BUFFER, part);
        write(&mut out)?;
        out.flush()
    });
    let written = written.and_then(|()| fs::rename(&beside, file));
    if written.is_err() {
        // What could not be written may not be there to be removed.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// A new file: what a person reads and looks for is their own.
fn create(file: &Path) -> io::Result<fs::File> {
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(file)
}
