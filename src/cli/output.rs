//! Where results go: standard output, or a file that is there whole or not at all.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;

/// Bytes that are written at once.
const BUFFER: usize = 64 << 10;

/// Writes to standard output. Whether it is closed before the end is not the writer's concern: who
/// closed it has enough (`| head`).
pub(super) fn to_standard_output(
    write: impl FnOnce(&mut (dyn Write + Send)) -> io::Result<()>,
) -> io::Result<()> {
    let mut out = BufWriter::with_capacity(BUFFER, io::stdout());
    let written = write(&mut out).and_then(|()| out.flush());
    match written {
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => {
            // What is left in the buffer has no reader.
            let _ = out.into_parts();
            Ok(())
        }
        other => other,
    }
}

/// Writes to a file: into a new one beside it, which takes its name once everything is written. A
/// pipe or a device is written to as it is.
pub(super) fn to_file(path: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    // The file behind a link is the one to be replaced.
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let before = fs::metadata(&target).ok();
    if before.as_ref().is_some_and(|metadata| !metadata.is_file()) {
        return written(OpenOptions::new().write(true).open(&target)?, write).map(drop);
    }
    let beside = Beside(beside(&target));
    let file = written(OpenOptions::new().write(true).create_new(true).open(&beside.0)?, write)?;
    if let Some(before) = before {
        file.set_permissions(before.permissions())?;
    }
    file.sync_all()?;
    fs::rename(&beside.0, &target)
}

/// A file that goes away unless it was renamed.
struct Beside(PathBuf);

impl Drop for Beside {
    fn drop(&mut self) {
        // After the renaming there is none.
        let _ = fs::remove_file(&self.0);
    }
}

fn written(file: File, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<File> {
    let mut out = BufWriter::new(file);
    write(&mut out)?;
    out.into_inner().map_err(io::IntoInnerError::into_error)
}

/// A hidden name in the same folder, and so on the same disk.
fn beside(path: &Path) -> PathBuf {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!(".{name}.{}.part", process::id()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Writes to `old` in a folder of its own, and checks what is there afterwards.
    fn check(name: &str, written: io::Result<()>, expected: &str) {
        let folder = std::env::temp_dir().join(format!("jianbao-output-{name}-{}", process::id()));
        fs::create_dir_all(&folder).unwrap();
        let path = folder.join("old");
        fs::write(&path, "before").unwrap();
        let fails = written.is_err();
        let result = to_file(&path, |out| out.write_all(b"after").and(written));
        assert_eq!(result.is_err(), fails);
        assert_eq!(fs::read_to_string(&path).unwrap(), expected);
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "nothing is left beside it");
        fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_file_is_replaced_whole_or_stays() {
        check("whole", Ok(()), "after");
        check("failing", Err(io::Error::other("the disk is full")), "before");
    }
}
