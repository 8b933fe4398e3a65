package desk

import "deputydesk/seeds/report"

// A View is how the window was left: what was read, and how large.
type View struct {
	Report    report.ID          `json:"report"`
	Paragraph report.ParagraphID `json:"paragraph"`
	Offset    int                `json:"offset"`          // byte of the paragraph at the top
	Zoom      int                `json:"zoom"`            // percent
	Look      int                `json:"look"`            // of the window's designed looks
	Scale     int                `json:"scale,omitempty"` // percent of the system's; 0: as the surroundings say
	Doubts    *bool              `json:"doubts"`          // doubtful places of the print are marked; nil: by who uses the desk, see ShowsDoubts
}

// view is the setting that keeps a View.
const view = "view"

// View is how the window was left the last time; the zero View if never.
func (d *Desk) View() View {
	var v View
	if d.store == nil || d.set.Safe {
		return v
	}
	if _, err := d.store.Setting(view, &v); err != nil {
		d.tell(err)
	}
	return v
}

// KeepView remembers how the window is left.
func (d *Desk) KeepView(v View) {
	if d.store == nil {
		return
	}
	d.keepProgress()
	if d.set.Safe {
		return // what was kept is for the usual way
	}
	v.Report = d.open.ID
	d.tell(d.store.SetSetting(view, v))
}
