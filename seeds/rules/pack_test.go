package rules

import (
	"bytes"
	"errors"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestDefaultPack(t *testing.T) {
	p, err := Read("henan-city.toml", henanCity)
	if err != nil {
		t.Fatal(err)
	}
	if p.ID != "henan-city" || len(p.Categories) != 9 || len(p.Exclusions) != 9 {
		t.Errorf("%s: %d categories, %d exclusions, want 9 and 9", p.ID, len(p.Categories), len(p.Exclusions))
	}
	if len(p.Delegations) != 0 {
		t.Error("the default names delegations, which differ from city to city")
	}
	for _, title := range p.Titles {
		if !title.Fits(title.Example) {
			t.Errorf("the example %q does not fit its own pattern", title.Example)
		}
	}
	for _, u := range p.Units {
		if !slices.Contains(p.Register.Systems, u.System) {
			t.Errorf("%s: unknown system %q", u.Name, u.System)
		}
		for _, short := range u.Short {
			if got, full, ok := p.Unit(short); !ok || full || got.Name != u.Name {
				t.Errorf("%s means %s, not %s", short, got.Name, u.Name)
			}
		}
	}
}

func TestHowManyMustSign(t *testing.T) {
	for _, tt := range []struct {
		act, level string
		signers    int
		share      string
		delegation bool
	}{
		{"议案", "全国", 30, "", true},
		{"议案", "省", 10, "", true},
		{"议案", "设区的市", 10, "", true},
		{"议案", "县", 10, "", true},
		{"议案", "乡镇", 5, "", false},
		{"质询案", "设区的市", 10, "", false},
		{"罢免案", "设区的市", 0, "1/10", false},
		{"罢免案", "乡镇", 0, "1/5", false},
		{"联合提名候选人", "设区的市", 20, "", false},
	} {
		p := *Default()
		p.Level = tt.level
		got, ok := p.Threshold(tt.act)
		if !ok || got.Signers != tt.signers || got.Share != tt.share || got.Delegation != tt.delegation {
			t.Errorf("%s at %s: %+v", tt.act, tt.level, got)
		}
	}
}

func TestFormsOfNumbers(t *testing.T) {
	for _, tt := range []struct {
		form, value string
		fits        bool
	}{
		{"mobile", "13800000000", true},
		{"mobile", "12800000000", false},
		{"mobile", "1380000000", false},
		{"landline", "0395-3130000", true},
		{"landline", "03953130000", true},
		{"landline", "3130000", true},
		{"landline", "0395-3130000-8001", true},
		{"landline", "110", false},
		{"number", "0108", true},
		{"number", "第108号", false},
		{"postcode", "462000", true},
		{"postcode", "46200", false},
		{"hour", "09:30", true},
		{"hour", "9:30", false},
		{"hour", "24:00", false},
		{"earlier", "第012号", true},
		{"no such form", "anything", true},
	} {
		if got := Default().Forms.Fits(tt.form, tt.value); got != tt.fits {
			t.Errorf("%s %q: fits %t", tt.form, tt.value, got)
		}
	}
}

func TestFaultsNameFileLineAndReason(t *testing.T) {
	const good = "schema = 1\nname = \"甲市\"\n"
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", good + "clases = []\n", `a.toml: line 3: unknown key "clases"`},
		{"unknown key in a table", good + "[[unit]]\nname = \"市甲局\"\nnmae = \"\"\n", `a.toml: line 5: unknown key "unit.nmae"`},
		{"newer schema", "name = \"甲市\"\nschema = 9\n", `a.toml: line 2: schema 9, this program reads 1`},
		{"no schema", "name = \"甲市\"\n", `a.toml: schema 0, this program reads 1`},
		{"no name", "schema = 1\n", `a.toml: name is missing`},
		{"bad pattern", good + "[[title]]\nkinds=[\"建议\"]\npattern = \"(\"\n", `a.toml: line 5: no pattern: "(": error parsing regexp`},
		{"bad form", good + "[forms]\nmobile = \"[\"\n", `a.toml: line 4: no pattern: "[": error parsing regexp`},
		{"bad deadline", good + "[deadlines]\nmotion = \"明天\"\n", `a.toml: line 4: "明天" is not a time like 2024-02-22 12:00`},
		{"bad day", good + "[deadlines]\nyearly_report = \"八月\"\n", `a.toml: line 4: "八月" is not a day like 08-31`},
		{"unit twice", good + "[[unit]]\nname = \"市甲局\"\n[[unit]] # 又\nname = \"市甲局\"\n", `a.toml: line 6: stands twice: "市甲局"`},
		{"unit without name", good + "[[unit]]\nsystem = \"政府\"\n", `a.toml: line 3: an entry without a name: unit`},
		{"unit of no system", good + "[register]\nsystems = [\"政府\"]\n[[unit]]\nname = \"市甲局\"\nsystem = \"人大\"\n", `a.toml: line 7: no such system: "人大"`},
		{"level unknown", "level = \"地级\"\n" + good + "[[threshold]]\nact = \"议案\"\nlevel = \"县\"\nsigners = 10\n", `a.toml: line 1: no threshold for a 议案 at level "地级"`},
		{"share", good + "[[threshold]]\nact = \"罢免案\"\nlevel = \"县\"\nshare = \"一成\"\n[[threshold]]\nact = \"议案\"\nlevel = \"\"\nsigners = 10\n", `a.toml: line 6: "一成" is not a share like 1/10`},
		{"field unknown", good + "[[required]]\nfields = [\"phone\"]\n", `a.toml: line 4: no such field: "phone"`},
		{"kind unknown", good + "[[required]]\nkinds = [\"提案\"]\n", `a.toml: line 4: no such kind of proposal: "提案"`},
		{"condition", good + "[[required]]\nwhen = \"open\"\n", `a.toml: line 4: "open" is not a condition`},
		{"example", good + "[[title]]\nkinds=[\"建议\"]\npattern = \"^关于\"\nexample = \"甲\"\n", `a.toml: line 6: the example "甲" does not fit "^关于"`},
		{"percent", good + "[lengths]\nmeasures_percent = 130\n", `a.toml: line 4: 130 is not between 0 and 100`},
		{"negative", good + "[lengths]\nbody = -1\n", `a.toml: line 4: -1 is less than nothing`},
		{"number", good + "[register]\nnumber = \"第号\"\n", `a.toml: line 4: "第号" has no {n} for the number`},
		{"not TOML", good + "这不是\n", "a.toml: line 3: "},
	} {
		_, err := Read("a.toml", []byte(tt.text))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
	if _, err := Read("a.toml", []byte(good)); err != nil {
		t.Errorf("the least pack: %v", err)
	}
}

// Whoever mends a pack sees all that is wrong with it, not one thing a day.
// An editor of Windows ends lines in its own way: that changes no rule.
func TestPackFromAnEditorOfWindows(t *testing.T) {
	want, err := Read("x.toml", henanCity)
	if err != nil {
		t.Fatal(err)
	}
	got, err := Read("x.toml", bytes.ReplaceAll(henanCity, []byte("\n"), []byte("\r\n")))
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("another pack (%v)", err)
	}
}

func TestAllFaultsAtOnce(t *testing.T) {
	const bad = "schema = 1\nname = \"甲市\"\nclases = []\n[lengths]\nbody = -1\n[[unit]]\nnmae = \"\"\n[[unit]]\nname = \"市甲局\"\n[[unit]]\nname = \"市甲局\"\n"
	_, err := Read("a.toml", []byte(bad))
	var all Faults
	if !errors.As(err, &all) {
		t.Fatal(err)
	}
	var got []string
	for _, f := range all {
		got = append(got, fmt.Sprintf("%d %s", f.Line, f.Code))
	}
	if want := "3 unknown-key,5 negative,6 nameless,7 unknown-key,11 twice"; strings.Join(got, ",") != want {
		t.Errorf("%s, want %s", strings.Join(got, ","), want)
	}
}

func TestTextPointsToCategoryAndUnit(t *testing.T) {
	for _, tt := range []struct{ title, body, category, unit string }{
		{"关于加快公共充电桩建设的建议", "老旧小区没有固定车位。", "环境与城乡建设", "市发展和改革委员会"},
		{"关于发展社区老年助餐的建议", "居家养老服务不足。", "社会建设", "市民政局"},
		{"关于加强中小学课后服务的建议", "教师负担重。", "教科文卫", "市教育局"},
		{"关于建好高标准农田的建议", "灌溉设施老化。", "农业农村", "市农业农村局"},
		{"关于支持专精特新企业的建议", "制造业需要技术改造。", "财政经济", "市工业和信息化局"},
		{"关于加强基层人民调解的建议", "普法不够。", "监察司法", "市司法局"},
	} {
		if got := Default().Classify(tt.title, tt.body); len(got) == 0 || got[0].Name != tt.category {
			t.Errorf("%s: category %+v, want %s", tt.title, got, tt.category)
		}
		if got := Default().Hosts(tt.title, tt.body); len(got) == 0 || got[0].Name != tt.unit {
			t.Errorf("%s: unit %+v, want %s", tt.title, got, tt.unit)
		}
	}
	if got := Default().Classify("", "〇"); len(got) != 0 {
		t.Errorf("nothing points to %+v", got)
	}
}
