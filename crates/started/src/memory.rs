//! Memory of the system, and the end of a run where there is no more of it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::process::exit;

/// Memory as the system gives it. Where it refuses, the program ends with code 2 instead of a
/// signal, and on Unix with a word.
#[derive(Debug, Clone, Copy)]
pub struct Memory;

const SAID: &[u8] =
    "内存不够，运行到此为止，没有作出判定 / out of memory: nothing was judged\n".as_bytes();

// SAFETY: all is the system's own; what it refuses is never handed on.
#[expect(unsafe_code, reason = "an allocator is unsafe to write")]
unsafe impl GlobalAlloc for Memory {
    #[inline]
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        given(unsafe { System.alloc(layout) })
    }

    #[inline]
    unsafe fn alloc_zeroed(&self, layout: Layout) -> *mut u8 {
        // SAFETY: as the caller promises.
        given(unsafe { System.alloc_zeroed(layout) })
    }

    #[inline]
    unsafe fn realloc(&self, held: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        // SAFETY: as the caller promises.
        given(unsafe { System.realloc(held, layout, size) })
    }

    #[inline]
    unsafe fn dealloc(&self, held: *mut u8, layout: Layout) {
        // SAFETY: as the caller promises.
        unsafe { System.dealloc(held, layout) }
    }
}

#[inline]
fn given(memory: *mut u8) -> *mut u8 {
    if memory.is_null() { out() } else { memory }
}

#[cold]
fn out() -> ! {
    // The library's own standard error may be held just now, and may want memory.
    #[cfg(unix)]
    let _ = rustix::io::write(rustix::stdio::stderr(), SAID);
    let _ = SAID;
    exit(2)
}

#[cfg(test)]
mod tests {
    use std::hint::black_box;
    use std::process::Command;

    use super::Memory;

    #[global_allocator]
    static MEMORY: Memory = Memory;

    const WANTED: &str = "MEMORY_THAT_NO_SYSTEM_HAS";
    const ITSELF: &str = "memory::tests::a_run_without_memory_ends_with_a_word_and_a_code";

    /// More than there is, wanted in one of three ways.
    fn want(way: &str) {
        let most = 1_usize << 60;
        match way {
            "new" => drop(black_box(Vec::<u8>::with_capacity(most))),
            "zeroed" => drop(black_box(vec![0_u8; most])),
            _ => {
                let mut held = black_box(vec![1_u8; 8]);
                held.reserve_exact(most);
                drop(black_box(held));
            }
        }
    }

    #[test]
    fn a_run_without_memory_ends_with_a_word_and_a_code() {
        if let Ok(way) = std::env::var(WANTED) {
            return want(&way);
        }
        for way in ["new", "zeroed", "more"] {
            let mut run = Command::new(std::env::current_exe().expect("this test"));
            run.args([ITSELF, "--exact", "--nocapture"]).env(WANTED, way);
            let output = run.output().expect("a run of this test");
            assert_eq!(output.status.code(), Some(2), "{way}");
            let said = String::from_utf8_lossy(&output.stderr);
            assert!(said.contains("out of memory"), "{way}: {said}");
        }
    }
}
