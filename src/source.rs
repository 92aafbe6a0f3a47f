//! Walks folders, reads files on worker threads, hands them over parsed, in batches.
