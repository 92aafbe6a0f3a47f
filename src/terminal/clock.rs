//! The clock of the system.

use std::time::SystemTime;

/// The seconds since 1970 (POSIX.1-2024, Seconds Since the Epoch); 0 where the clock is before that.
pub fn now() -> i64 {
    let since = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    since.as_secs().cast_signed()
}
