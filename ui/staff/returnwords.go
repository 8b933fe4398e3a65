package staff

import "deputydesk/assets"

// SayFault says why a cell cannot be taken, and where it is.
func SayFault(w assets.Words, f SheetFault) string {
	return w.Text("entries.return.fault."+f.Code, "cell", f.At, "value", f.Value)
}
