package state

import (
	"io/fs"
	"syscall"
)

// identity is when the file's entry changed, in nanoseconds, and its inode: a file that was replaced by one of equal size and time differs here.
func identity(info fs.FileInfo) (changed int64, inode uint64) {
	if st, ok := info.Sys().(*syscall.Stat_t); ok {
		return syscall.TimespecToNsec(st.Ctim), st.Ino
	}
	return 0, 0
}
