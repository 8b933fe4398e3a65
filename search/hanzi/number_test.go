package hanzi

import (
	"strings"
	"testing"
)

// show writes the marks of numbers as [ and ].
func show(canon string) string {
	return strings.NewReplacer("\x01", "[", "\x02", "]").Replace(canon)
}

func TestCanon(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		// the same number
		{"7%", "[7%]"}, {"７％", "[7%]"}, {"百分之七", "[7%]"}, {"7个百分点", "[7%]"}, {"百分之7", "[7%]"},
		{"百分之一百", "[100%]"}, {"百分之百", "[100%]"}, {"百分之十二点五", "[12.5%]"}, {"5‰", "[5‰]"}, {"千分之五", "[5‰]"},
		{"3万人", "[30000]人"}, {"30000人", "[30000]人"}, {"30,000人", "[30000]人"}, {"三万人", "[30000]人"}, {"3.0万人", "[30000]人"},
		{"900亿元", "[90000000000]元"}, {"九百亿元", "[90000000000]元"}, {"2万亿元", "[2000000000000]元"}, {"二万亿元", "[2000000000000]元"},
		{"1.5万平方米", "[15000]平方米"}, {"0.5", "[0.5]"}, {".5", ".[5]"}, {"007", "[7]"}, {"3千万元", "[30000000]元"}, {"两千家", "[2000]家"},
		{"一千零五十", "[1050]"}, {"一万零一", "[10001]"}, {"二十六、二十届", "[26]、[20]届"}, {"十二个", "[12]个"}, {"一百一十", "[110]"},
		{"第1位", "第[1]位"}, {"第一位", "第[1]位"}, {"二〇二四年", "[2024]年"}, {"二零二四年", "[2024]年"}, {"一九九八年", "[1998]年"},
		// not numbers
		{"十四五", "十四五"}, {"一件事", "一件事"}, {"千家万户", "千家万户"}, {"万亿级", "万亿级"}, {"数十亿", "数十亿"}, {"几十万", "几十万"},
		{"一百二", "一百二"}, {"三四线", "三四线"}, {"五一", "五一"}, {"十大", "十大"}, {"一二三产业", "一二三产业"}, {"万分", "万分"},
		// units and names
		{"5千瓦", "[5]千瓦"}, {"10千伏", "[10]千伏"}, {"500kW", "[500]kw"}, {"5G基站", "5g基站"}, {"PM2.5", "pm25"}, {"R&D经费", "rd经费"},
		{"7—11", "[7]—[11]"}, {"1+1-N", "[1]+[1]-n"}, {"2.0.1版", "201版"}, {"107国道", "[107]国道"}, {"2023，2024", "[2023]，[2024]"},
		// marks that do not part words
		{"“小巨人”企业", "小巨人企业"}, {"沙澧河(城区段)入选", "沙澧河城区段入选"}, {"《条例》", "条例"}, {"充\u200B电 桩", "充电桩"},
		{"充電樁", "充电桩"}, {"ＲＣＥＰ", "rcep"}, {"人⼯智能", "人工智能"},
	} {
		if got := show(Canon(tt.text).Text); got != tt.want {
			t.Errorf("%s: got %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestFold(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"鄉村振興，營商環境", "乡村振兴，营商环境"},
		{"Windows 10 系统", "windows 10系统"},
		{"公\n共", "公共"},
		{"公\n\n共", "公¶共"},
		{"一,二", "一，二"},
		{"1,234", "1,234"},
		{"（八）民生", "(八)民生"},
		{"\uFEFF开头", "开头"},
		{"a\xffb", "a\uFFFDb"},
	} {
		if got := Fold(tt.text).Text; got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

func TestFigures(t *testing.T) {
	got := Figures(Canon("培训12.8万人次，增长9.8%，节能3万吨标准煤以上吧").Text)
	want := []struct {
		value      float64
		sign, unit string
	}{{128000, "", "人次"}, {9.8, "%", ""}, {30000, "", "吨标准煤以上吧"}}
	if len(got) != len(want) {
		t.Fatalf("got %v", got)
	}
	for i, w := range want {
		if got[i].Value != w.value || got[i].Sign != w.sign || got[i].Unit != w.unit {
			t.Errorf("figure %d: got %+v, want %+v", i, got[i], w)
		}
	}
	if _, ok := ReadFigure("约5万人"); ok {
		t.Error("约5万人 is not a bare figure")
	}
}

// Source leads from folded text back to the words as printed.
func TestSource(t *testing.T) {
	for _, tt := range []struct{ text, canon, want string }{
		{"就业三万人以上", "\x0130000\x02人", "三万人"},
		{"增长 ７ ％ 左右", "左右", "左右"},
		{"新增“小巨人”企业", "小巨人企业", "小巨人”企业"},
		{"降低PM2.5浓度", "pm25", "PM2.5"},
		{"充電\u200B樁", "充电桩", "充電\u200B樁"},
	} {
		f := Canon(tt.text)
		at := strings.Index(f.Text, tt.canon)
		if at < 0 {
			t.Errorf("%s: %q is not in %q", tt.text, tt.canon, f.Text)
			continue
		}
		start, end := f.Source(at, at+len(tt.canon))
		if got := tt.text[start:end]; got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.text, got, tt.want)
		}
	}
	if start, end := Fold("充电").Source(3, 99); start != 0 || end != 0 {
		t.Error("a range outside the text must be empty")
	}
}
