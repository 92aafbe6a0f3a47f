//! The example bulletins that come with the program.

macro_rules! bundled {
    ($($path:literal)*) => {
        &[$(($path, include_bytes!(concat!("../../examples/bulletins/", $path)))),*]
    };
}

/// The files of `examples/bulletins`: the path in that folder, the bytes.
pub(super) const FILES: &[(&str, &[u8])] = bundled![
    "livelihood/2021-11.txt"
    "livelihood/2021-12.txt"
    "livelihood/2022-06.txt"
    "livelihood/2022-07-08.txt"
    "livelihood/2023-04-05.txt"
    "livelihood/2023-06.txt"
    "mountain-sea/2021-11.txt"
    "mountain-sea/2021-12.txt"
    "mountain-sea/2022-01.txt"
    "mountain-sea/2022-02.txt"
    "mountain-sea/2023-03.txt"
    "mountain-sea/2023-04.txt"
    "transport/2021-06.txt"
    "transport/2022-03.txt"
    "transport/2022-04.txt"
    "transport/2023-03.txt"
    "transport/2023-04.txt"
];

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_example_is_bundled() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("examples/bulletins");
        let mut paths = Vec::new();
        for serial in fs::read_dir(&folder).unwrap() {
            for file in fs::read_dir(serial.unwrap().path()).unwrap() {
                let path = file.unwrap().path();
                paths.push(path.strip_prefix(&folder).unwrap().to_str().unwrap().to_owned());
            }
        }
        paths.sort();
        let bundled: Vec<&str> = FILES.iter().map(|(path, _)| *path).collect();
        assert_eq!(bundled, paths);
    }
}
