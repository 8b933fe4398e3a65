package desk

import (
	"slices"

	"deputydesk/annotate"
	"deputydesk/annotate/store"
	"deputydesk/export"
)

// Whose word on a target is it? A deputy's own stands whatever staff send; that
// of an older 会议包 goes when the same committee sends a newer one. A correction
// is the package's as long as it says what the package said: once the deputy has
// changed it, it is the deputy's.

// olderRulings are the corrections kept here that came from packages which s
// takes the place of: of the same session, or of the same committee about the
// same report.
func (d *Desk) olderRulings(s export.Session) ([]annotate.Correction, error) {
	all, err := store.Records[keptMeeting](d.store, meetingKind)
	if err != nil {
		return nil, err
	}
	sent := map[annotate.CorrectionID]annotate.Correction{}
	for _, k := range all {
		about := func(c annotate.Correction) bool { return k.Session.Name == s.Name }
		if s.Key != "" && k.Session.Key == s.Key && s.Report != nil {
			about = func(c annotate.Correction) bool {
				return k.Session.Name == s.Name || c.Anchor.Report == s.Report.ID
			}
		}
		if len(k.Corrections) == 0 {
			continue
		}
		was, err := annotate.ReadCorrections(k.Session.Name, k.Corrections)
		if err != nil {
			return nil, err
		}
		for _, c := range was {
			if about(c) {
				sent[c.ID] = c
			}
		}
	}
	var older []annotate.Correction
	for _, c := range d.aims.corrections {
		if was, ok := sent[c.ID]; ok && was.Says(c) {
			older = append(older, c)
		}
	}
	return older, nil
}

// takeSent takes the corrections of a package in, in place of those of older
// ones, as one step that can be undone.
func (d *Desk) takeSent(older, all []annotate.Correction) ([]Fated, error) {
	gone := slices.DeleteFunc(slices.Clone(older), func(c annotate.Correction) bool { // sent again as it was
		return slices.ContainsFunc(all, func(n annotate.Correction) bool { return n.ID == c.ID && n.Says(c) })
	})
	fates, taken := d.judge(lessThose(d.aims.corrections, gone), all, d.about)
	if len(taken)+len(gone) == 0 {
		return fates, nil
	}
	return fates, d.rule(gone, taken)
}

// lessThose is all but those of out.
func lessThose(all, out []annotate.Correction) []annotate.Correction {
	return slices.DeleteFunc(slices.Clone(all), func(c annotate.Correction) bool {
		return slices.ContainsFunc(out, func(o annotate.Correction) bool { return o.ID == c.ID })
	})
}
