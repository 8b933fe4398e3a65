package export

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"testing"
	"time"

	"deputydesk/annotate"
)

var packedAt = time.Date(2024, 2, 20, 9, 30, 0, 0, annotate.Beijing)

func TestPlanIsRead(t *testing.T) {
	filled := strings.NewReplacer(
		`name = ""                       #`, `name = "示例市第一届人民代表大会第一次会议" #`,
		`begins = "" `, `begins = 2024-02-21 `, `ends = "" `, `ends = "2024-02-23" `,
		`motion = "" `, `motion = "2024-02-22 12:00" `, `# [[unit]]`, `[[unit]]`, `# name = "市住`, `name = "市住`,
	).Replace(string(SessionExample()))
	s, err := ReadPlan("session.toml", []byte(filled), packedAt)
	if err != nil {
		t.Fatal(err)
	}
	if s.Begins != "2024-02-21" || s.Ends != "2024-02-23" || s.Motion != "2024-02-22 12:00" || s.Issued != packedAt ||
		len(s.Units) != 1 || s.Report.Session != s.Name {
		t.Errorf("%+v", s)
	}
	if _, err := ReadPlan("session.toml", SessionExample(), packedAt); fmt.Sprint(err) != "session.toml: line 20: the name of the session is missing" {
		t.Errorf("the example as it comes: %v", err)
	}
}

// An editor of Windows ends lines in its own way: that changes nothing.
func TestPlanFromAnEditorOfWindows(t *testing.T) {
	text := bytes.Replace(SessionExample(), []byte(`name = ""`), []byte(`name = "示例市第九届人民代表大会第一次会议"`), 1)
	now := time.Date(2024, 2, 1, 9, 0, 0, 0, annotate.Beijing)
	want, err := ReadPlan("session.toml", text, now)
	if err != nil {
		t.Fatal(err)
	}
	got, err := ReadPlan("session.toml", bytes.ReplaceAll(text, []byte("\n"), []byte("\r\n")), now)
	if err != nil || !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, %v, want %+v", got, err, want)
	}
}

func TestPlanFaultsNameFileLineAndReason(t *testing.T) {
	const good = "schema = 1\nname = \"示例会议\"\n"
	for _, tt := range []struct{ name, text, want string }{
		{"unknown key", good + "titel = 1\n", `s.toml: line 3: unknown key "titel"`},
		{"newer schema", "schema = 9\n", "s.toml: line 1: schema 9, this program reads 1"},
		{"no TOML", good + "这不是\n", "s.toml: line 3: "},
		{"bad deadline", good + "[deadlines]\nmotion = \"明天\"\n", `s.toml: line 4: motion "明天" is not a time like 2024-02-22 12:00`},
		{"bad issue", good + "issued = \"昨天\"\n", `s.toml: line 3: issued "昨天" is not a time like 2024-02-20 09:00`},
		{"bad day", good + "begins = \"2月21日\"\n", `s.toml: line 3: begins "2月21日" is not a date like 2024-02-21`},
		{"bad delivery", good + "[report]\ndelivered = 7\n", `s.toml: line 4: delivered "7" is not a date like 2024-02-21`},
		{"second unit twice", good + "[[unit]]\nname = \"甲局\"\n[[unit]] # 又\nname = \"甲局\"\n", `s.toml: line 5: [[unit]] "甲局" stands twice`},
		{"secret key", good + "key = \"AGE-SECRET-KEY-1XYZ\"\n", "s.toml: line 3: key is the secret key"},
	} {
		_, err := ReadPlan("s.toml", []byte(tt.text), packedAt)
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestRosterIsRead(t *testing.T) {
	jia := Member{Name: "张三", Number: "0101", Delegation: "甲区代表团", Post: "示例社区 主任"}
	for _, tt := range []struct {
		name, text string
		want       []Member
		dropped    string
	}{
		{"any order", "代表团,职务,姓名,代表证号\n甲区代表团,示例社区 主任,张三,0101\n", []Member{jia}, ""},
		{"telephones are dropped", "姓名,代表证号,代表团,职务,手机,家庭住址\n张三,0101,甲区代表团,示例社区 主任,13900000001,示例路1号\n", []Member{jia}, "手机 家庭住址"},
		{"a title above, tabs, a mark", "\ufeff代表名册\n\n姓　名\t代表证号（四位）\t代表团\t单位\t职务\n张　三\t０１０１\t甲区代表团\t示例社区\t主任\n\t\t\t\t\n", []Member{jia}, ""},
		{"quotes and semicolons", "姓名;代表证号;代表团;职务\n\"张三\";\"0101\";甲区代表团;\"示例社区\n主任\"\n", []Member{jia}, ""},
		{"names of other peoples", "姓名,证号,代表团\n测试·某某,1,甲\nTest Deputy,2,甲\n", []Member{{Name: "测试·某某", Number: "1", Delegation: "甲"}, {Name: "Test Deputy", Number: "2", Delegation: "甲"}}, ""},
	} {
		got, dropped, err := ReadRoster("r.csv", tt.text, nil)
		if err != nil || !reflect.DeepEqual(got, tt.want) || strings.Join(dropped, " ") != tt.dropped {
			t.Errorf("%s: %+v, dropped %v, %v", tt.name, got, dropped, err)
		}
	}
}

func TestRosterFaultsNameTheLine(t *testing.T) {
	const head = "姓名,代表证号,代表团,职务\n"
	for _, tt := range []struct{ name, text, want string }{
		{"empty", "", "r.csv: line 1: no row that names its columns: 姓名, 代表证号, 代表团, 职务"},
		{"no head", "张三,0101,甲\n", "r.csv: line 1: no row that names its columns: 姓名, 代表证号, 代表团, 职务"},
		{"no number column", "名册\n姓名,代表团\n", "r.csv: line 2: no column 代表证号 among 姓名 代表团"},
		{"no number", head + "张三,0101,甲,\n李四,,甲,\n", "r.csv: line 3: 李四: no 代表证号"},
		{"no name", head + ",0101,甲,\n", "r.csv: line 2: no name"},
		{"number twice", head + "张三,0101,甲,\n\n李四,0101,甲,\n", "r.csv: line 4: number 0101 stands in line 2 already"},
		{"telephone in the post", head + "张三,0101,甲,主任13900000001\n", "r.csv: line 2: 张三: a telephone or identity number, which a roster may not carry"},
		{"unreadable", head + "张\uFFFD,0101,甲,\n", "r.csv: line 2: a character that cannot be read; save the table as UTF-8"},
	} {
		_, _, err := ReadRoster("r.csv", tt.text, nil)
		if fmt.Sprint(err) != tt.want {
			t.Errorf("%s: %v, want %s", tt.name, err, tt.want)
		}
	}
}

func TestRosterKnowsTheDelegations(t *testing.T) {
	text := "姓名,代表证号,代表团\n张三,0101,甲区代表团\n李四,0102,丙区代表团\n"
	_, _, err := ReadRoster("r.csv", text, []string{"甲区代表团", "乙县代表团"})
	if fmt.Sprint(err) != `r.csv: line 3: 李四: 代表团 "丙区代表团" is not one of the session's` {
		t.Error(err)
	}
}
