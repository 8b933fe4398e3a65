package disk

import (
	"errors"
	"syscall"
)

// faults are the codes of Windows that somebody can do something about; package
// syscall has no names for most.
var faults = map[syscall.Errno]error{
	39:   ErrFull,     // ERROR_HANDLE_DISK_FULL
	112:  ErrFull,     // ERROR_DISK_FULL
	1295: ErrFull,     // ERROR_DISK_QUOTA_EXCEEDED
	19:   ErrReadOnly, // ERROR_WRITE_PROTECT
	15:   ErrGone,     // ERROR_INVALID_DRIVE
	21:   ErrGone,     // ERROR_NOT_READY: the stick is out, the letter still there
	23:   ErrGone,     // ERROR_CRC
	27:   ErrGone,     // ERROR_SECTOR_NOT_FOUND
	29:   ErrGone,     // ERROR_WRITE_FAULT
	30:   ErrGone,     // ERROR_READ_FAULT
	31:   ErrGone,     // ERROR_GEN_FAILURE
	53:   ErrGone,     // ERROR_BAD_NETPATH
	55:   ErrGone,     // ERROR_DEV_NOT_EXIST
	59:   ErrGone,     // ERROR_UNEXP_NET_ERR
	64:   ErrGone,     // ERROR_NETNAME_DELETED
	67:   ErrGone,     // ERROR_BAD_NET_NAME
	121:  ErrGone,     // ERROR_SEM_TIMEOUT: a share that does not answer
	433:  ErrGone,     // ERROR_NO_SUCH_DEVICE
	1006: ErrGone,     // ERROR_FILE_INVALID: another stick is in
	1117: ErrGone,     // ERROR_IO_DEVICE
	1167: ErrGone,     // ERROR_DEVICE_NOT_CONNECTED
	1231: ErrGone,     // ERROR_NETWORK_UNREACHABLE
	32:   ErrHeld,     // ERROR_SHARING_VIOLATION
	33:   ErrHeld,     // ERROR_LOCK_VIOLATION
	1224: ErrHeld,     // ERROR_USER_MAPPED_FILE
	123:  ErrName,     // ERROR_INVALID_NAME
	206:  ErrName,     // ERROR_FILENAME_EXCED_RANGE
}

// passing says whether err may be over in a moment. Windows also refuses to
// replace an open file with ERROR_ACCESS_DENIED.
func passing(err error) bool { return Is(err, ErrHeld) || errors.Is(err, syscall.ERROR_ACCESS_DENIED) }
