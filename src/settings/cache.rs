//! The files in the cache folder: one for each set of paths that was read.

use std::fs;
use std::hash::{BuildHasher as _, Hasher as _};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use directories::ProjectDirs;
use foldhash::quality::FixedState;

use super::private;

/// So many files are kept, and so many bytes besides the file that was written last; the one that was written longest
/// ago goes first.
const MOST: usize = 16;
const MOST_BYTES: u64 = 1 << 30;

/// Where what was parsed under some paths is kept: in `jianbao` in the user's cache folder (XDG Base Directory
/// Specification; `~/.cache` unless `XDG_CACHE_HOME` says otherwise). `None` where the user has no home.
pub fn path(paths: &[PathBuf]) -> Option<PathBuf> {
    let folders = ProjectDirs::from("", "", "jianbao")?;
    let mut hasher = FixedState::default().build_hasher();
    for path in paths {
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.clone());
        hasher.write(whole.as_os_str().as_encoded_bytes());
        // No path holds this byte.
        hasher.write_u8(0);
    }
    Some(folders.cache_dir().join(format!("{:016x}.parsed", hasher.finish())))
}

/// Writes a file as a whole, and removes those that are too many.
pub fn write(file: &Path, write: impl FnOnce(&mut dyn Write) -> io::Result<()>) -> io::Result<()> {
    private::write(file, write)?;
    let Some(folder) = file.parent() else { return Ok(()) };
    let mut others = Vec::new();
    for entry in fs::read_dir(folder)?.flatten() {
        if let Ok(metadata) = entry.metadata()
            && let Ok(written) = metadata.modified()
        {
            others.push((written, metadata.len(), entry.path()));
        }
    }
    others.sort_unstable();
    let mut bytes = 0;
    for (place, (_, length, file)) in others.iter().rev().enumerate() {
        bytes += if place == 0 { 0 } else { *length };
        if place >= MOST || bytes > MOST_BYTES {
            fs::remove_file(file)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests;
