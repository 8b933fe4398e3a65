package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"time"

	"deputydesk/annotate/registry"
	"deputydesk/assets"
	"deputydesk/export"
	"deputydesk/ui/desk"
	"deputydesk/ui/staff"

	"github.com/spf13/cobra"
)

// The shapes of `bench register --json`. Times are CPU time in milliseconds, of
// this process.
type (
	registerJSON struct {
		Entries int            `json:"entries"`
		Runs    []registerOnes `json:"runs"`
	}
	registerOnes struct {
		Name    string  `json:"name"`
		CPUMS   float64 `json:"cpu_ms"`
		BoundMS float64 `json:"bound_ms"` // 0: none was promised
		Ratio   float64 `json:"ratio"`    // of the bound that was used
		Detail  string  `json:"detail,omitempty"`
	}
)

// A registerRun says what is measured and what must hold.
type registerRun struct {
	entries int
	into    string  // fill this data folder and measure nothing
	volume  bool    // the volume, too: it takes longest
	most    float64 // no ratio may be above it; 0 for no bound
}

// benchPackets is how many packets an intake is measured with.
const benchPackets = 500

func (c *control) benchRegisterCommand() *cobra.Command {
	r := registerRun{}
	cmd := &cobra.Command{
		Use:   "register",
		Short: c.words.Text("ctl.bench.register.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if r.entries < 10 || r.entries > 100000 {
				return fmt.Errorf("--entries %d: want 10 to 100000", r.entries)
			}
			if r.into != "" {
				return c.fillRegister(r)
			}
			return c.benchRegister(r)
		},
	}
	f := cmd.Flags()
	f.IntVar(&r.entries, "entries", 3000, c.words.Text("ctl.bench.register.entries"))
	f.StringVar(&r.into, "into", "", c.words.Text("ctl.bench.register.into"))
	f.BoolVar(&r.volume, "volume", true, c.words.Text("ctl.bench.register.volume"))
	f.Float64Var(&r.most, "most", 0, c.words.Text("ctl.bench.register.most"))
	return cmd
}

// fillRegister enters generated proposals in a data folder, to look at.
func (c *control) fillRegister(r registerRun) (err error) {
	d, err := c.opened(r.into)
	if err != nil {
		return err
	}
	defer closing(d, &err)
	if b, err := d.Book(); err != nil || len(b.Entries) > 0 {
		return errors.Join(err, fmt.Errorf("%s: the register is not empty", r.into))
	}
	return enterAll(d, benchEntries(r.entries))
}

// enterAll takes generated entries into the register as one batch and decides
// what they say is decided.
func enterAll(d *desk.Desk, entries []registry.Entry) error {
	received := make([]registry.Received, 0, len(entries))
	for _, e := range entries {
		received = append(received, registry.Received{File: string(e.Proposal.ID)[:8] + ".dbz", Proposal: e.Proposal, Digest: export.Digest(e.Proposal)})
	}
	_, err := d.Register(func(b *registry.Book) error {
		by := d.Decides("测试工作人员")
		b.Take("1", by.Who, b.Judge(received), by.At)
		for i := range b.Entries {
			if e := &b.Entries[i]; i%10 < 7 {
				e.Number, e.Host, e.Category = i+1, e.Proposal.Host, e.Proposal.Category
			} else if i%10 == 8 {
				e.Review = true
			}
		}
		b.Highest = map[string]int{b.Entries[0].Series(): len(b.Entries)}
		return nil
	})
	return err
}

// benchEntries are generated proposals of many deputies.
func benchEntries(n int) []registry.Entry {
	all := pressEntries(n)
	for i := range all {
		p := &all[i].Proposal
		p.Deputy.Delegation = []string{"郾城代表团", "源汇代表团", "召陵代表团", "舞阳代表团", "临颍代表团"}[i%5]
		p.Open = []string{"同意全文公开", "同意全文公开", "仅同意公开标题", "不同意公开", "同意全文公开"}[i%5]
		p.Formed, p.Repeated = []string{"专题调研"}, "否"
		p.Confidential = i%50 == 10
		if i%20 == 19 {
			p.Form, p.MotionType = "议案", "监督"
		}
	}
	return all
}

func (c *control) benchRegister(r registerRun) (err error) {
	dir, err := os.MkdirTemp("", "deskctl-register-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	result := registerJSON{Entries: r.entries}
	took := func(name string, bound time.Duration, do func() (string, error)) error {
		before := cpuTime()
		detail, err := do()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		one := registerOnes{Name: name, CPUMS: milliseconds(cpuTime() - before), BoundMS: milliseconds(bound), Detail: detail}
		if bound > 0 {
			one.Ratio = one.CPUMS / one.BoundMS
		}
		result.Runs = append(result.Runs, one)
		return nil
	}
	entries := benchEntries(r.entries)
	if err := benchIntake(dir, entries[:min(benchPackets, len(entries))], took); err != nil {
		return err
	}
	if err := benchBook(filepath.Join(dir, "data"), entries, r.volume, took); err != nil {
		return err
	}
	if err := c.print(result, func(w io.Writer) { c.printRegister(w, result) }); err != nil {
		return err
	}
	for _, one := range result.Runs {
		if r.most > 0 && one.Ratio > r.most {
			return fmt.Errorf("bench register: %s: %.1f times its bound, at most %.1f: %w", one.Name, one.Ratio, r.most, errSlower)
		}
	}
	return nil
}

// A timing measures one thing against its bound; 0 is no bound.
type timing func(name string, bound time.Duration, do func() (detail string, err error)) error

// benchIntake measures an intake of packets as they lie in a folder.
func benchIntake(dir string, entries []registry.Entry, took timing) (err error) {
	files := filepath.Join(dir, "packets")
	if err := os.Mkdir(files, 0o700); err != nil {
		return err
	}
	sender := desk.Open(desk.Settings{Folder: filepath.Join(dir, "sender")})
	defer closing(sender, &err)
	for i, e := range entries {
		if err := sender.WriteCopy(e.Proposal, filepath.Join(files, fmt.Sprintf("%d.dbz", i)), false); err != nil {
			return err
		}
	}
	d := desk.Open(desk.Settings{Folder: filepath.Join(dir, "intake")})
	defer closing(d, &err)
	return took("intake", 10*time.Second, func() (string, error) {
		in, err := d.TakeIn([]string{files}, "测试工作人员", false)
		return fmt.Sprint(len(in.Rows)), err
	})
}

// benchBook measures what is done with a full register.
func benchBook(folder string, entries []registry.Entry, volume bool, took timing) (err error) {
	d := desk.Open(desk.Settings{Folder: folder})
	if err := took("enter", 0, func() (string, error) { return fmt.Sprint(len(entries)), enterAll(d, entries) }); err != nil {
		return errors.Join(err, d.Close())
	}
	if err := d.Close(); err != nil {
		return err
	}
	var o *staff.Office
	if err := took("start", 0, func() (string, error) {
		d = desk.Open(desk.Settings{Folder: folder})
		o = staff.New(d)
		return "", d.Trouble()
	}); err != nil {
		return err
	}
	defer closing(d, &err)
	id := string(entries[len(entries)/2].Proposal.ID)
	for _, step := range []struct {
		name  string
		bound time.Duration
		do    func() (string, error)
	}{
		{"read", 0, func() (string, error) { return fmt.Sprint(len(o.Book().Entries)), nil }},
		{"list", 100 * time.Millisecond, func() (string, error) { return fmt.Sprint(len(o.Rows(staff.Order{}))), nil }},
		{"filter", 50 * time.Millisecond, func() (string, error) {
			return fmt.Sprint(len(o.Listed(staff.Filter{Words: "道路", Delegation: "郾城代表团"}, staff.Order{By: staff.ByTitle}))), nil
		}},
		{"classify", 30 * time.Millisecond, func() (string, error) {
			return "", o.Change(func(b *registry.Book, by registry.Decision) error { return b.Classify(by, id, "农业农村") })
		}},
		{"undo", 30 * time.Millisecond, func() (string, error) {
			d.Press(d.Undo())
			return "", d.Notice()
		}},
		{"number", 0, func() (string, error) {
			return "", o.Change(func(b *registry.Book, by registry.Decision) error {
				b.GiveNumbers(by, registry.Numbering{})
				return nil
			})
		}},
		{"gaps", 0, func() (string, error) { return fmt.Sprint(len(o.Gaps(staff.PublicJob))), nil }},
		{"alike", 5 * time.Second, func() (string, error) { return fmt.Sprint(len(o.Alike())), nil }},
		{"archive", 0, func() (string, error) {
			a, err := o.Archive(context.Background(), assets.Language(assets.Chinese), filepath.Join(folder, "session.dba"))
			return fmt.Sprintf("%.1f MB", megabytes(a.Bytes)), err
		}},
	} {
		if err := took(step.name, step.bound, step.do); err != nil {
			return err
		}
	}
	if !volume {
		return nil
	}
	live, err := d.LiveEntries()
	if err != nil {
		return err
	}
	return took("volume", 0, func() (string, error) {
		told := 0
		b, err := d.WritePaper(context.Background(), live, desk.Order{Paper: desk.VolumePaper}, filepath.Join(folder, "volume.pdf"), func(int) { told++ })
		return fmt.Sprintf("%d pages, told %d times", b.Pages, told), err
	})
}

func (c *control) printRegister(w io.Writer, r registerJSON) {
	line(w, c.words.Text("ctl.bench.register.head", "n", r.Entries))
	for _, one := range r.Runs {
		bound := ""
		if one.BoundMS > 0 {
			bound = c.words.Text("ctl.bench.register.bound", "bound", fmt.Sprintf("%.0f", one.BoundMS), "ratio", fmt.Sprintf("%.2f", one.Ratio))
		}
		line(w, fmt.Sprintf("%-10s %9.1f ms  %s  %s", one.Name, one.CPUMS, bound, one.Detail))
	}
}
