package staff

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/ui/desk"
)

// A Demonstration is what Demo did, in the order it did it.
type Demonstration struct {
	Files    int                      `json:"files"` // handed in
	Verdicts map[registry.Verdict]int `json:"verdicts"`
	Numbered int                      `json:"numbered"`
	Filed    int                      `json:"filed"`    // under a category that the words suggest
	Assigned int                      `json:"assigned"` // to the unit that was wished for
	Alike    int                      `json:"alike"`    // clusters of what says the same
	Merged   string                   `json:"merged"`   // title of what one of them is merged under
	Papers   []Made                   `json:"papers"`
	Data     string                   `json:"data"` // the data folder, for the window

	rows []registry.Row
}

// Rows are the rows of the intake.
func (d Demonstration) Rows() []registry.Row { return d.rows }

// demoProposals is how many proposals are handed in; beside them come a copy, a
// revision, two texts of other deputies in nearly the same words, and a damaged
// file.
const demoProposals = 40

var errDemo = errors.New("the demonstration does not come out")

// Demo does the staff's job in dir with made-up proposals: it makes the packets
// that deputies would hand in, takes them in, numbers, files, assigns and merges,
// and prints what the session needs.
func Demo(w assets.Words, dir string) (did Demonstration, err error) {
	did.Data = filepath.Join(dir, "data")
	packets := filepath.Join(dir, "packets")
	if err := os.MkdirAll(packets, 0o755); err != nil {
		return did, err
	}
	if did.Files, err = handIn(packets); err != nil {
		return did, err
	}
	d := desk.Open(desk.Settings{Folder: did.Data})
	defer func() { err = errors.Join(err, d.Close()) }()
	if !d.Keeps() {
		return did, d.Trouble()
	}
	d.SetRole(desk.Staff)
	o := New(d)
	o.SetWho("测试工作人员甲")
	in, err := d.TakeIn([]string{packets}, o.Who(), false)
	if err != nil {
		return did, err
	}
	did.rows, did.Verdicts = in.Rows, desk.Summary(in.Rows)
	if err := o.demoDecisions(&did); err != nil {
		return did, err
	}
	papers := filepath.Join(dir, "papers")
	if err := os.MkdirAll(papers, 0o755); err != nil {
		return did, err
	}
	for _, j := range []Job{Job(desk.RegisterPaper), Job(desk.VolumePaper), Job(desk.AssignPaper), Job(desk.StatisticsPaper), ListsJob} {
		made, err := o.Make(context.Background(), w, o.Bill(j), filepath.Join(papers, o.FileName(j)), nil)
		if err != nil {
			return did, err
		}
		did.Papers = append(did.Papers, made)
	}
	return did, nil
}

// demoDecisions numbers, files, assigns and merges what lies in the register.
func (o *Office) demoDecisions(did *Demonstration) (err error) {
	if did.Numbered, err = o.Number(); err != nil {
		return err
	}
	for _, e := range o.Book().Entries {
		if e.Category != "" {
			continue // somebody was here before
		}
		if best := o.Advice(e.Proposal.ID).Categories; len(best) > 0 {
			if err := o.Classify(best[0].Name, e.Proposal.ID); err != nil {
				return err
			}
			did.Filed++
		}
	}
	var ids []annotate.ProposalID
	for _, e := range o.Book().Entries {
		if e.Host == "" {
			ids = append(ids, e.Proposal.ID)
		}
	}
	if len(ids) > 0 {
		if did.Assigned, err = o.AssignAsWished(ids...); err != nil {
			return err
		}
	}
	all := o.Alike()
	did.Alike = len(all)
	for _, c := range all {
		if c.Kind != registry.Contrary {
			e, _ := o.Entry(c.Lead)
			did.Merged = e.Proposal.Title
			return o.MergeCluster(c, c.Lead)
		}
	}
	if len(o.Unions()) == 0 {
		return fmt.Errorf("near texts: none found: %w", errDemo)
	}
	return nil // somebody was here before
}

// demoCites are targets of the bundled report that some of the proposals are about.
var demoCites = []struct {
	of    int
	quote string
	ask   annotate.Ask
}{
	{1, "新建公共充电桩580个", "提高"},
	{11, "新建公共充电桩580个", "提高"},
	{21, "新建公共充电桩580个", "降低"},
	{31, "新增拆墙透绿119处", "明确"},
	{7, "粮食生产36亿斤左右", "保障"},
}

// handIn makes the files that deputies would hand in, and says how many.
func handIn(folder string) (int, error) {
	d := desk.Open(desk.Settings{}) // keeps nothing and signs nothing: the same bytes everywhere
	n := 0
	put := func(p annotate.Proposal) ([]byte, error) {
		data, err := d.PackProposals(p.Deputy.Name, []annotate.Proposal{p})
		if err != nil {
			return nil, err
		}
		n++
		return data, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.dbz", n)), data, 0o644)
	}
	all := Plenty(demoProposals + 2)
	for i, c := range demoCites {
		all[c.of].Cites = []annotate.Citation{{Anchor: annotate.Anchor{Report: "luohe-2024", Quote: c.quote}, Ask: c.ask}}
		if d.Bind(&all[c.of]); all[c.of].Cites[0].Target == "" {
			return 0, fmt.Errorf("citation %d: %s: no target: %w", i+1, c.quote, errDemo)
		}
	}
	again := all[demoProposals:] // others who ask for what somebody has asked for
	for i := range again {
		first := all[i*10]
		again[i].Form, again[i].MotionType, again[i].Category = first.Form, "", first.Category
		again[i].Title, again[i].Body = first.Title, first.Body
		again[i].Body.Situation = "我们走访时看到，" + first.Body.Situation
	}
	revised := all[3]
	revised.Revision++
	revised.Body.Proposal += "\n四、请每年向代表通报一次。"
	for _, p := range append(all, all[1], revised) {
		if _, err := put(p); err != nil {
			return n, err
		}
	}
	data, err := put(all[2])
	if err != nil {
		return n, err
	}
	return n, os.WriteFile(filepath.Join(folder, fmt.Sprintf("%03d.dbz", n)), data[:len(data)/2], 0o644)
}
