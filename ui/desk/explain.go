package desk

import (
	"errors"
	"io/fs"
	"strings"

	"deputydesk/annotate"
	"deputydesk/annotate/check"
	"deputydesk/annotate/disk"
	"deputydesk/annotate/registry"
	"deputydesk/annotate/store"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/export/docx"
	"deputydesk/export/xlsx"
	"deputydesk/search"
	"deputydesk/seeds/intake"
	"deputydesk/seeds/rules"
)

// reasons gives for each error that a user can meet the key of two sentences:
// what happened, and what to do. The first that matches speaks, so the more
// particular stand first.
var reasons = []struct {
	err error
	key string
}{
	{store.ErrLocked, "locked"},
	{store.ErrSealed, "sealed"},
	{store.ErrPassphrase, "passphrase"},
	{store.ErrDevice, "device"},
	{store.ErrNoKey, "nokey"},
	{ErrShort, "short"},
	{registry.ErrNoEntry, "noentry"},
	{registry.ErrNoBatch, "nobatch"},
	{registry.ErrTouched, "touched"},
	{registry.ErrOther, "otherkind"},
	{registry.ErrIntoSelf, "intoself"},
	{registry.ErrNotMerged, "notmerged"},
	{registry.ErrAlone, "alone"},
	{registry.ErrNotApart, "notapart"},
	{registry.ErrContrary, "contrary"},
	{registry.ErrState, "nostate"},
	{registry.ErrWords, "ownwords"},
	{ErrDay, "noday"},
	{ErrManyFiles, "manyfiles"},
	{ErrNoData, "nodata"},
	{ErrLargeFile, "largefile"},
	{ErrScan, "scan"},
	{ErrNotProposal, "notproposal"},
	{export.ErrCritical, "newerfile"},
	{export.ErrAltered, "altered"},
	{export.ErrTooLarge, "packetlarge"},
	{export.ErrPacket, "packetbad"},
	{export.ErrArchive, "archivebad"},
	{export.ErrClosed, "closed"},
	{export.ErrNotSecret, "notsecret"},
	{ErrInside, "inside"},
	{ErrSynced, "synced"},
	{ErrNetworkFolder, "networkfolder"},
	{store.ErrNewer, "newer"},
	{ErrNoRoom, "noroom"},
	{store.ErrFull, "full"},
	{disk.ErrFull, "full"},
	{store.ErrReadOnly, "readonly"},
	{disk.ErrReadOnly, "readonly"},
	{store.ErrNoFolder, "nofolder"},
	{store.ErrDamaged, "damaged"},
	{ErrNoHome, "nohome"},
	{ErrNothingKept, "nothingkept"},
	{ErrNothingSelected, "nothingselected"},
	{ErrNothingToUndo, "nothingtoundo"},
	{ErrNoDoubts, "nodoubts"},
	{ErrNothingBehind, "nothingbehind"},
	{ErrNothingAhead, "nothingahead"},
	{ErrNoDraft, "nodraft"},
	{ErrNoNote, "nonote"},
	{ErrNoPoint, "nopoint"},
	{store.ErrNone, "notkept"},
	{export.ErrNoReader, "noreader"},
	{ErrNoReport, "noreport"},
	{ErrNoRemedy, "noremedy"},
	{ErrBundledRules, "bundledrules"},
	{xlsx.ErrNotBook, "notbook"},
	{ErrFrozen, "frozen"},
	{ErrNotNow, "notnow"},
	{ErrChangedSince, "changedsince"},
	{ErrNoBytes, "nobytes"},
	{ErrBuiltIn, "builtin"},
	{ErrNoPiece, "nopiece"},
	{ErrNothingAbove, "nothingabove"},
	{ErrNoSplit, "nosplit"},
	{ErrIsSo, "isso"},
	{ErrLongHeading, "longheading"},
	{ErrDroppedPiece, "droppedpiece"},
	{ErrNotDropped, "notdropped"},
	{ErrPrintOnly, "printonly"},
	{ErrNoFix, "nofix"},
	{intake.ErrTooLarge, "toolarge"},
	{ErrNoTarget, "notarget"},
	{ErrTargetThere, "targetthere"},
	{ErrAsRead, "asread"},
	{ErrConfirmed, "targetsettled"},
	{annotate.ErrNoSubject, "nosubject"},
	{annotate.ErrNoValue, "novalue"},
	{annotate.ErrCorrections, "corrections"},
	{ErrTableKind, "tablekind"},
	{ErrStaffPaper, "staffpaper"},
	{ErrNoProposals, "noproposals"},
	{ErrTypedLacks, "typedlacks"},
	{ErrCode, "draftcode"},
	{ErrNothingArrived, "nothingarrived"},
	{ErrNotTaken, "nottaken"},
	{registry.ErrNoChoice, "nochoice"},
	{ErrBusy, "busy"},
	{export.ErrLabels, "labels"},
	{docx.ErrNoWord, "noword"},
	{intake.ErrEncrypted, "encrypted"},
	{intake.ErrNoTextLayer, "scanned"},
	{intake.ErrTruncated, "truncated"},
	{intake.ErrOldWord, "oldword"},
	{intake.ErrNotReport, "notext"},
	{intake.ErrNoText, "notext"},
	{intake.ErrEmpty, "emptytext"},
	{intake.ErrGarbled, "garbled"},
	{intake.ErrBinary, "binarytext"},
	{disk.ErrGone, "device"},
	{disk.ErrHeld, "held"},
	{disk.ErrName, "badname"},
	{fs.ErrPermission, "permission"},
	{fs.ErrNotExist, "notexist"},
}

// Explain says in the user's words what went wrong and what to do about it. It
// is the only place that turns an error into text for people; detail is the
// error itself, for whoever helps them.
func Explain(w assets.Words, err error) (what, hint string) {
	if err == nil {
		return "", ""
	}
	var told *Outcome
	if errors.As(err, &told) {
		return w.Text(told.Key, told.Args...), ""
	}
	var refused *Refusal
	if errors.As(err, &refused) {
		return w.Text(refused.Key, refused.Args...), ""
	}
	var asked *search.QueryError
	if errors.As(err, &asked) {
		return w.Text("finder.query."+string(asked.Why), "at", asked.Character), w.Text("finder.query.hint")
	}
	var guarded *Guarded
	if errors.As(err, &guarded) {
		return w.Text("desk.sheet.guarded", "file", guarded.File, "n", len(guarded.Findings), "first", Say(w, guarded.Findings[0])), w.Text("desk.sheet.guarded.hint")
	}
	var faults rules.Faults
	if errors.As(err, &faults) {
		return w.Text("rules.faults", "file", faults[0].Name, "n", len(faults), "first", FaultText(w, faults[0])), w.Text("rules.faults.hint")
	}
	var recovered *store.Recovery
	if errors.As(err, &recovered) && recovered.Kept == "" {
		return w.Text("errors.vanished.what", "file", recovered.Backup), w.Text("errors.vanished.hint")
	}
	if errors.As(err, &recovered) {
		return w.Text("errors.recovered.what", "file", recovered.Kept), w.Text("errors.recovered.hint")
	}
	for _, r := range reasons {
		if disk.Is(err, r.err) {
			return w.Text("errors."+r.key+".what", "detail", detail(err)), w.Text("errors." + r.key + ".hint")
		}
	}
	return w.Text("errors.other.what", "detail", err), w.Text("errors.other.hint")
}

// Tell is what Explain says, as one line.
func Tell(w assets.Words, err error) string {
	what, hint := Explain(w, err)
	if hint == "" {
		return what
	}
	return w.Text("errors.both", "what", what, "hint", hint)
}

// detail is what of err helps a person on: of a file that is not to be had its
// name, else all that is known.
func detail(err error) any {
	var file *fs.PathError
	if errors.As(err, &file) {
		for _, of := range []error{disk.ErrHeld, disk.ErrName, fs.ErrPermission, fs.ErrNotExist} {
			if disk.Is(err, of) {
				return file.Path
			}
		}
	}
	return err
}

// Explained reports whether Explain has sentences of its own for err.
func Explained(err error) bool {
	var asked *search.QueryError
	var recovered *store.Recovery
	var refused *Refusal
	var faults rules.Faults
	var guarded *Guarded
	if errors.As(err, &guarded) || errors.As(err, &faults) || errors.As(err, &asked) || errors.As(err, &recovered) || errors.As(err, &refused) {
		return true
	}
	for _, r := range reasons {
		if disk.Is(err, r.err) {
			return true
		}
	}
	return false
}

// Stage says how an answer was found, in one line.
func Stage(w assets.Words, a search.Answer) string {
	args := []any{"query", a.Query, "n", a.Total, "shown", a.Shown,
		"also", strings.Join(a.Also, w.Text("finder.comma")), "near", strings.Join(a.Near, w.Text("finder.comma"))}
	if a.Stage == "" {
		return ""
	}
	key := "finder.stage." + string(a.Stage)
	if a.TotalIsLeast {
		args[3] = w.Text("finder.least", "n", a.Total)
	}
	if a.Stage == search.None && len(a.Near) > 0 {
		key += ".near"
	}
	return w.Text(key, args...)
}

// Say is a finding as a sentence.
func Say(w assets.Words, f check.Finding) string { return f.Text(w.Text) }

// FaultText says what is wrong in a rule pack, and where.
func FaultText(w assets.Words, f *rules.Fault) string {
	where := ""
	switch {
	case f.Cell != "":
		where = w.Text("rules.where.cell", "sheet", f.Sheet, "cell", f.Cell)
	case f.Sheet != "" && f.Line > 0:
		where = w.Text("rules.where.row", "sheet", f.Sheet, "line", f.Line)
	case f.Sheet != "":
		where = w.Text("rules.where.sheet", "sheet", f.Sheet)
	case f.Line > 0:
		where = w.Text("rules.where.line", "line", f.Line)
	}
	if f.Code == "" {
		return where + f.Reason
	}
	var args []any
	for name, value := range f.Args {
		args = append(args, name, value)
	}
	return where + w.Text("rules.fault."+f.Code, args...)
}
