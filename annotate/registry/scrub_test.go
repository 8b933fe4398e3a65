package registry

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
)

// fillAll writes name, and the path to it, into every string that v holds.
func fillAll(v reflect.Value, path string) {
	switch v.Kind() {
	case reflect.String:
		v.SetString("词" + path + "词")
	case reflect.Struct:
		if _, clock := v.Interface().(time.Time); clock {
			return
		}
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				fillAll(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		}
	case reflect.Slice:
		if v.Type().Elem().Kind() == reflect.Uint8 {
			return
		}
		v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		fillAll(v.Index(0), path)
	case reflect.Map:
		if v.Type().Elem().Kind() != reflect.String {
			return
		}
		v.Set(reflect.MakeMap(v.Type()))
		for _, key := range Mendable {
			v.SetMapIndex(reflect.ValueOf(key), reflect.ValueOf("词"+path+"."+key+"词"))
		}
	}
}

// left are the names of the strings that e still holds.
func left(t *testing.T, e Entry) []string {
	t.Helper()
	data, err := json.Marshal(e)
	if err != nil {
		t.Fatal(err)
	}
	var all []string
	for i, part := range strings.Split(string(data), "词") {
		if i%2 == 1 && !slices.Contains(all, part[1:]) {
			all = append(all, part[1:])
		}
	}
	slices.Sort(all)
	return all
}

// What stays of an entry is listed here: a field that is added to the register
// has to be decided about.
func TestWhatScrubbingLeaves(t *testing.T) {
	stays := strings.Fields(`Answer Answered Apart.Group Apart.Text Assigned Category Cohosts Decided Digest Due Host Into
		Journal.Field Journal.From Journal.To Journal.Who Lacks Leader
		Mended.cohosts Mended.date Mended.host Mended.session Mended.when Origin Parts.Matter Parts.Unit Printed
		Proposal.Category Proposal.Cites.Ask Proposal.Cites.Target Proposal.Cohosts Proposal.Contact Proposal.Date Proposal.EarlierNumber Proposal.Form Proposal.Formed
		Proposal.Hour Proposal.Host Proposal.ID Proposal.MotionType Proposal.Open Proposal.Repeated Proposal.Reply Proposal.Session
		Proposal.Title Proposal.When Remark Satisfaction Signature State`)
	named := strings.Fields(`Mended.cosigners Mended.deputy.delegation Mended.deputy.name Mended.deputy.post
		Proposal.Cosigners.Delegation Proposal.Cosigners.Name Proposal.Cosigners.Post Proposal.Deputy.Delegation Proposal.Deputy.Name Proposal.Deputy.Post`)
	public := strings.Fields(`Proposal.Amends.Op Proposal.Amends.Reason Proposal.Amends.To Proposal.Body.Analysis Proposal.Body.Proposal Proposal.Body.Situation`)
	for _, tt := range []struct {
		name   string
		open   string
		secret bool
		want   [][]string
	}{
		{"may be published", "同意全文公开", false, [][]string{stays, named, public}},
		{"title only", "仅同意公开标题", false, [][]string{stays, named}},
		{"nothing was said", "", false, [][]string{stays, named}},
		{"not to be named", "同意全文公开", true, [][]string{stays, public}},
	} {
		var e Entry
		fillAll(reflect.ValueOf(&e).Elem(), "")
		e.Proposal.Open, e.Proposal.Confidential = tt.open, tt.secret
		got := left(t, Scrub(e, func(s string) string { return s }))
		got = slices.DeleteFunc(got, func(s string) bool { return strings.Contains(s, ".Anchor.") }) // words of the report
		want := slices.DeleteFunc(slices.Concat(tt.want...), func(s string) bool { return s == "Proposal.Open" })
		slices.Sort(want)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %v\nwant %v\nwhat is new must be decided about in Scrub", tt.name, got, want)
		}
	}
}

// Free text keeps its words; numbers that lead to a person are masked, also in
// the journal.
func TestScrubbingMasksNumbersInText(t *testing.T) {
	var b Book
	in := handed(1, 1, "请打13800000000找我。", "k")
	in.Proposal.Open, in.Proposal.Deputy.Phone = "同意全文公开", "000-7654321"
	in.File, in.Digest = "测试代表甲 13800000000.dbz", "digest"
	b.Take("1", "工作人员甲", b.Judge([]Received{in}), morning)
	if err := b.Mend(clerk, string(in.Proposal.ID), "deputy.phone", "000-1111111"); err != nil {
		t.Fatal(err)
	}
	b.ScrubAll(clerk, func(s string) string { return Masked(s, []string{"13800000000"}) })
	text := dump(t, b)
	for _, gone := range []string{"13800000000", "000-7654321", "000-1111111", "测试代表甲"} {
		if strings.Contains(text, gone) {
			t.Errorf("%s is still there: %s", gone, text)
		}
	}
	e := b.Entries[0]
	if e.Proposal.Body.Proposal != "请打■■■■找我。" || len(b.Batches) != 0 || e.Journal[len(e.Journal)-1].Field != "scrub" {
		t.Errorf("%s", text)
	}
	if again := b.Judge([]Received{in}); again[0].Verdict != Duplicate {
		t.Errorf("the same file again is %s", again[0].Verdict)
	}
}
