package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"deputydesk/annotate"
	"deputydesk/annotate/registry"
	"deputydesk/export"
	"deputydesk/ui/desk"

	"github.com/spf13/cobra"
)

// The shapes of `bench press --json`. CPU time is that of the program and of
// those it starts, start-up included.
type (
	pressJSON struct {
		Proposals int         `json:"proposals"`
		Runs      []pressOnes `json:"runs"`
	}
	pressOnes struct {
		Name  string  `json:"name"`
		Pages int     `json:"pages"` // 0: not counted
		CPUMS float64 `json:"cpu_ms"`
		RSSMB float64 `json:"rss_mb"` // 0: not known here
		MB    float64 `json:"file_mb"`
		Ratio float64 `json:"ratio"` // CPU time to ours
	}
)

// errSlower is why a measurement fails: a bound that was asked for is not kept.
var errSlower = errors.New("a bound is not kept")

// A pressRun says what is measured and what must hold.
type pressRun struct {
	proposals     int
	out           string // with it only our volume is made, at that path
	text          string // and its words, a paragraph a line, at this one
	rare          bool   // with names of characters that are not in every font
	archive       bool   // 归档版
	ours          bool   // nobody else is measured
	typst         string
	typstAtLeast  float64
	officeAtLeast float64
	mostMB        float64
}

func (c *control) benchPressCommand() *cobra.Command {
	r := pressRun{}
	cmd := &cobra.Command{
		Use:   "press",
		Short: c.words.Text("ctl.bench.press.short"),
		Args:  cobra.NoArgs,
		RunE: func(*cobra.Command, []string) error {
			if r.proposals < 1 || r.proposals > 100000 {
				return fmt.Errorf("--proposals %d: want 1 to 100000", r.proposals)
			}
			if r.out != "" {
				return c.pressOurs(r)
			}
			return c.benchPress(r)
		},
	}
	f := cmd.Flags()
	f.IntVar(&r.proposals, "proposals", 300, c.words.Text("ctl.bench.press.proposals"))
	f.StringVarP(&r.out, "output", "o", "", c.words.Text("ctl.output"))
	f.StringVar(&r.text, "text", "", c.words.Text("ctl.bench.press.text"))
	f.BoolVar(&r.rare, "rare", false, c.words.Text("ctl.bench.press.rare"))
	f.BoolVar(&r.archive, "archive", false, c.words.Text("ctl.papers.archive"))
	f.BoolVar(&r.ours, "ours", false, c.words.Text("ctl.bench.press.ours"))
	f.StringVar(&r.typst, "typst", "", c.words.Text("ctl.bench.press.typst"))
	f.Float64Var(&r.typstAtLeast, "typst-ratio", 0, c.words.Text("ctl.bench.press.typstratio"))
	f.Float64Var(&r.officeAtLeast, "office-ratio", 0, c.words.Text("ctl.bench.press.officeratio"))
	f.Float64Var(&r.mostMB, "most-mb", 0, c.words.Text("ctl.bench.press.rss"))
	return cmd
}

// pressOrder is the paper that is measured: no indexes, since the others are
// not asked for any.
var pressOrder = desk.Order{Paper: desk.VolumePaper, Staff: export.Staff{Maker: "测试秘书处", Until: "2024-02-22", NoIndex: true}}

// pressOurs makes our volume and nothing else; the measurement calls it as a
// program of its own.
func (c *control) pressOurs(r pressRun) error {
	entries, order := pressEntries(r.proposals), pressOrder
	order.Archive = r.archive
	for i := range entries {
		if d := &entries[i].Proposal.Deputy; r.rare {
			d.Name = "测试" + string([]rune("𬭊𫍯䶮𬱖㛃珺喆玥瑄勠")[i%10])
		}
	}
	b, err := c.bare().WritePaper(context.Background(), entries, order, r.out, nil)
	if err != nil {
		return err
	}
	if r.text != "" {
		if err := os.WriteFile(r.text, []byte(pressText(entries)), 0o600); err != nil {
			return err
		}
	}
	return c.print(b, func(w io.Writer) { line(w, b.Pages) })
}

// pressText is what must be found in the volume: titles, names and paragraphs.
func pressText(entries []registry.Entry) string {
	var b strings.Builder
	for _, e := range entries {
		p := e.Proposal
		for _, s := range []string{p.Title, p.Deputy.Name, p.Body.Situation, p.Body.Analysis, p.Body.Proposal} {
			b.WriteString(s + "\n")
		}
	}
	return b.String()
}

func (c *control) benchPress(r pressRun) (err error) {
	dir, err := os.MkdirTemp("", "deskctl-press-")
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	self, err := os.Executable()
	if err != nil {
		return err
	}
	result := pressJSON{Proposals: r.proposals}
	ours, said, err := measured("deskctl", filepath.Join(dir, "ours.pdf"), self, "bench", "press", "--proposals", strconv.Itoa(r.proposals), "-o", filepath.Join(dir, "ours.pdf"))
	if err != nil {
		return err
	}
	if ours.Pages, err = strconv.Atoi(strings.TrimSpace(said)); err != nil {
		return fmt.Errorf("deskctl: pages: %w", err)
	}
	result.Runs = append(result.Runs, ours)
	if !r.ours {
		peers, err := c.pressPeers(r, dir)
		if err != nil {
			return err
		}
		result.Runs = append(result.Runs, peers...)
	}
	for i := range result.Runs {
		result.Runs[i].Ratio = result.Runs[i].CPUMS / ours.CPUMS
	}
	if err := c.print(result, func(w io.Writer) { c.printPress(w, result) }); err != nil {
		return err
	}
	return r.bounds(result.Runs)
}

// bounds says which of the bounds is not kept.
func (r pressRun) bounds(runs []pressOnes) error {
	if r.mostMB > 0 && runs[0].RSSMB > r.mostMB {
		return fmt.Errorf("bench press: %.0f MB of memory, at most %.0f: %w", runs[0].RSSMB, r.mostMB, errSlower)
	}
	for _, one := range runs[1:] {
		least := r.typstAtLeast
		if one.Name == "LibreOffice" {
			least = r.officeAtLeast
		}
		if one.Ratio < least {
			return fmt.Errorf("bench press: %s takes %.1f times our time, at least %.1f: %w", one.Name, one.Ratio, least, errSlower)
		}
	}
	return nil
}

func (c *control) printPress(w io.Writer, p pressJSON) {
	line(w, c.words.Text("ctl.bench.press.head", "n", p.Proposals))
	for _, one := range p.Runs {
		line(w, c.words.Text("ctl.bench.press.row", "name", one.Name, "pages", one.Pages, "cpu", fmt.Sprintf("%.2f", one.CPUMS/1000),
			"ratio", fmt.Sprintf("%.1f", one.Ratio), "rss", fmt.Sprintf("%.0f", one.RSSMB), "size", fmt.Sprintf("%.1f", one.MB)))
	}
}

// pressPeers sets the same volume with the programs that are there.
func (c *control) pressPeers(r pressRun, dir string) ([]pressOnes, error) {
	var all []pressOnes
	entries := pressEntries(r.proposals)
	typst := strings.Fields(r.typst)
	if path, err := exec.LookPath("typst"); err == nil && len(typst) == 0 {
		typst = []string{path, "compile"}
	}
	if len(typst) > 0 {
		source, out := filepath.Join(dir, "volume.typ"), filepath.Join(dir, "typst.pdf")
		if err := os.WriteFile(source, typstSource(export.Volume(entries, pressOrder.Staff)), 0o600); err != nil {
			return nil, err
		}
		one, _, err := measured("Typst", out, typst[0], append(typst[1:], source, out)...)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	if office, err := exec.LookPath("soffice"); err == nil {
		source := filepath.Join(dir, "office.docx")
		if _, err := c.bare().WritePaper(context.Background(), entries, pressOrder, source, nil); err != nil {
			return nil, err
		}
		one, _, err := measured("LibreOffice", filepath.Join(dir, "office.pdf"), office,
			"-env:UserInstallation=file://"+filepath.Join(dir, "profile"), "--headless", "--convert-to", "pdf", "--outdir", dir, source)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	return all, nil
}

// pressTime is how long a program may take before it is given up.
const pressTime = 20 * time.Minute

// measured runs a program that writes out, and says what it took and printed.
func measured(name, out, program string, args ...string) (pressOnes, string, error) {
	ctx, cancel := context.WithTimeout(context.Background(), pressTime)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, args...)
	var said, trouble bytes.Buffer
	cmd.Stdout, cmd.Stderr = &said, &trouble
	if err := cmd.Run(); err != nil {
		return pressOnes{}, "", fmt.Errorf("%s: %w: %s", name, err, oneLine(trouble.String()))
	}
	info, err := os.Stat(out)
	if err != nil {
		return pressOnes{}, "", fmt.Errorf("%s: %w: %s", name, err, oneLine(trouble.String()))
	}
	file, err := os.ReadFile(out)
	if err != nil {
		return pressOnes{}, "", err
	}
	cpu, rss := usedBy(cmd.ProcessState)
	return pressOnes{Name: name, Pages: bytes.Count(file, []byte("/Type/Page\n")) + bytes.Count(file, []byte("/Type/Page/")) + bytes.Count(file, []byte("/Type /Page\n")),
		CPUMS: float64(cpu.Microseconds()) / 1000, RSSMB: megabytes(rss), MB: megabytes(info.Size())}, said.String(), nil
}

// Words of generated proposals: plain prose with figures, quotes and marks, of
// characters that every program's fonts have.
var (
	pressMatters = strings.Fields("老旧小区改造 公共充电桩建设 农村道路养护 中小学校门口停车 社区养老服务 高标准农田建设 食品产业园区配套")
	pressPlaces  = strings.Fields("监察司法 财政经济 农业农村 环境与城乡建设 教科文卫 社会建设")
	pressUnits   = strings.Fields("市发展和改革委员会 市住房和城乡建设局 市教育局 市卫生健康委员会 市农业农村局 市交通运输局 市民政局")
	pressSays    = []string{
		"我市近年来在这方面投入不断加大，群众的获得感明显增强，但与先进地区相比仍有差距。",
		"调研中了解到，老城区不足120个，分布不均，高峰时段排队超过40分钟。",
		"主要原因有三：一是规划滞后；二是资金不足，2023年投入仅1.3亿元；三是部门协同不够。",
		"《条例》第十二条明确要求“统筹规划、合理布局”，目前尚未完全落实。",
		"建议由市发展和改革委员会牵头，会同有关部门于2024年6月底前出台实施方案，明确责任单位和完成时限。",
		"按照“十四五”规划，覆盖率应达到95%以上，目前仅为78.6%——差距不小……",
	}
)

// pressEntries are n generated proposals of about 800 characters, the same ones
// every time.
func pressEntries(n int) []registry.Entry {
	rng := rand.New(rand.NewPCG(20240221, 7))
	pick := func(from []string) string { return from[rng.IntN(len(from))] }
	say := func(n int) string {
		var b strings.Builder
		for range n {
			b.WriteString(pick(pressSays))
		}
		return b.String()
	}
	all := make([]registry.Entry, 0, n)
	for i := range n {
		p := annotate.New(annotate.ProposalID(fmt.Sprintf("%08x-0000-4000-8000-000000000000", i)), annotate.Suggestion)
		p.Title = fmt.Sprintf("关于加快推进%s工作、切实方便群众的建议（%d）", pick(pressMatters), i+1)
		p.Session, p.Category, p.Date = "测试市第八届人民代表大会第三次会议", pick(pressPlaces), "2024-02-22"
		p.Host, p.Cohosts = pick(pressUnits), []string{pick(pressUnits)}
		p.Deputy = annotate.Deputy{Name: fmt.Sprintf("测试代表%d", rng.IntN(400)), Number: strconv.Itoa(1000 + i), Delegation: "测试代表团", Post: "测试单位", Phone: "000-0000000"}
		p.Body = annotate.Body{Situation: say(5), Analysis: "（一）布局不均。" + say(3) + "\n（二）运维不力。" + say(3), Proposal: "1." + say(3) + "\n2." + say(3) + "\n3." + say(2)}
		all = append(all, registry.Entry{Proposal: p, Number: i + 1})
	}
	return all
}
