package desk

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/disk"
	"deputydesk/assets"
)

// An Incident is something that went wrong: a code, when and how often in a
// row. It has no content: no words, names or paths ever stand in one, so that
// the file may lie in clear beside a sealed store and a report may show it.
type Incident struct {
	At      time.Time `json:"at"`      // the last time
	Version string    `json:"version"` // of the program
	Code    string    `json:"code"`    // a key of the catalogue's errors, or what stopped the program
	Times   int       `json:"times"`   // in a row
}

// incidentFile is the file in the data folder that keeps incidents, the oldest
// first, one a line: time, version, code and times, divided by spaces.
const incidentFile = "incidents.txt"

// maxIncidents is how many are kept: a bad day's worth, 4 KB.
const maxIncidents = 50

// Incidents reads what the data folder keeps of them, the oldest first. A line
// that is none is left out; without a file there are none.
func Incidents(folder string) []Incident {
	data, err := os.ReadFile(filepath.Join(folder, incidentFile))
	if err != nil || folder == "" {
		return nil
	}
	var all []Incident
	for line := range strings.Lines(string(data)) {
		f := strings.Fields(line)
		if len(f) != 4 {
			continue
		}
		at, err := time.Parse(time.RFC3339, f[0])
		times, err2 := strconv.Atoi(f[3])
		if errors.Join(err, err2) != nil {
			continue
		}
		all = append(all, Incident{At: at.In(annotate.Beijing), Version: f[1], Code: f[2], Times: times})
	}
	return all[max(0, len(all)-maxIncidents):]
}

// KeepIncident adds one to the folder's. A folder that cannot be written keeps
// none, and that is no reason to trouble anybody again.
func KeepIncident(folder, code string, now time.Time) {
	if folder == "" {
		return
	}
	code, now = strings.Join(strings.Fields(code), "_"), now.In(annotate.Beijing).Truncate(time.Second)
	all := Incidents(folder)
	if last := len(all) - 1; last >= 0 && all[last].Code == code && all[last].Version == assets.Version {
		all[last].At, all[last].Times = now, all[last].Times+1
	} else {
		all = append(all, Incident{At: now, Version: assets.Version, Code: code, Times: 1})
	}
	var b strings.Builder
	for _, i := range all[max(0, len(all)-maxIncidents):] {
		fmt.Fprintf(&b, "%s %s %s %d\n", i.At.Format(time.RFC3339), i.Version, i.Code, i.Times)
	}
	path := filepath.Join(folder, incidentFile)
	_ = disk.Write(path, []byte(b.String()), 0o600) // nobody is troubled
}

// record keeps the code of what the user was told.
func (d *Desk) record(err error) {
	var told *Outcome
	if err == nil || errors.As(err, &told) {
		return
	}
	KeepIncident(d.set.Folder, Code(err), d.set.Now())
}

// Code is the short name of an error that the user was told: the key of its
// sentences, or the type of its cause.
func Code(err error) string {
	var told *Outcome
	var refused *Refusal
	switch {
	case errors.As(err, &told):
		return told.Key
	case errors.As(err, &refused):
		return refused.Key
	}
	for _, r := range reasons {
		if disk.Is(err, r.err) {
			return r.key
		}
	}
	for errors.Unwrap(err) != nil {
		err = errors.Unwrap(err)
	}
	return strings.TrimPrefix(fmt.Sprintf("%T", err), "*")
}
