package main

import (
	"math/rand"
	"strconv"
	"strings"

	"deputydesk/search"
	"deputydesk/seeds/report"
)

// benchSeed makes every run search the same invented library.
const benchSeed = 20240221

// benchRunes is how long an invented paragraph is at least, in characters; with
// the sentence that crosses the line they are 210 on average.
const benchRunes = 190

// Names that stand in the bundled report, and what else is put in their place.
// Half of them stay, so that the names in the questions are found.
var (
	benchPlaces    = []string{"漯河", "召陵", "郾城", "临颍", "舞阳"}
	benchTowns     = []string{"安平", "长宁", "东陵", "丰泽", "广宁", "河西", "江口", "乐安", "南川", "平湖", "清源", "石门", "太和", "文昌", "新阳", "永泰"}
	benchCompanies = []string{"双汇", "卫龙", "金大地", "利通", "微康", "正大"}
	benchFirms     = []string{"百川", "晨光", "鼎新", "恒源", "华盛", "嘉禾", "凯达", "隆兴", "明德", "瑞丰", "盛泰", "天成", "兴业", "远航", "中科", "卓越"}
)

// benchDocs returns n paragraphs put together from the sentences of reports,
// with other numbers, places and companies; the same for the same n, and the
// first of more.
func benchDocs(reports []*report.Report, n int) []search.Doc {
	type sentence struct{ text, section, heading string }
	var sentences []sentence
	for _, r := range reports {
		for _, p := range r.Paragraphs() {
			for _, s := range p.Sentences() {
				sentences = append(sentences, sentence{s.Of(p.Text), string(p.Section), r.Heading(p.Section.Top()) + " " + r.Heading(p.Section)})
			}
		}
	}
	random := rand.New(rand.NewSource(benchSeed))
	docs := make([]search.Doc, n)
	var b strings.Builder
	for i := range docs {
		b.Reset()
		first := sentences[random.Intn(len(sentences))]
		for s, runes := first, 0; runes < benchRunes; s = sentences[random.Intn(len(sentences))] {
			text := reworded(random, s.text)
			runes += len([]rune(text))
			b.WriteString(text)
		}
		docs[i] = search.Doc{
			Kind: search.Reports, ID: strconv.Itoa(i), Report: "bench-" + strconv.Itoa(i/200), Section: first.section,
			Heading: first.heading, Text: b.String(), Year: 1990 + i/200%35, Order: i,
		}
	}
	return docs
}

// reworded is a sentence with other figures and, half of the time, other names.
func reworded(random *rand.Rand, text string) string {
	for _, names := range []struct{ here, there []string }{{benchPlaces, benchTowns}, {benchCompanies, benchFirms}} {
		for _, name := range names.here {
			if strings.Contains(text, name) && random.Intn(2) == 0 {
				text = strings.ReplaceAll(text, name, names.there[random.Intn(len(names.there))])
			}
		}
	}
	digits := []byte(text)
	for i, b := range digits {
		if '1' <= b && b <= '9' && random.Intn(2) == 0 {
			digits[i] = byte('1' + random.Intn(9))
		}
	}
	return string(digits)
}

// benchQueries are names, words of two, one and many characters, numbers,
// mixed ones and pairs.
var benchQueries = []string{
	"沙澧河", "漯河港", "双汇", "贾湖遗址", "召陵区", "金大地", "沙颍河", "临颍县",
	"企业", "就业", "养老", "产业", "发展", "医疗", "教育", "项目",
	"水", "港", "医", "桥", "路",
	"高质量发展", "营商环境", "黑臭水体", "专精特新", "城市更新", "现代食品产业集群", "重大项目", "预制菜产业链",
	"3万人", "20%", "1600亿元", "百分之七", "30家以上",
	"5G基站", "PM2.5", "RCEP",
	"农村 污水", "产业链 亿元", "企业 创新",
}

// benchTyped are phrases that are typed one character after another.
var benchTyped = []string{
	"沙澧河", "漯河港", "高质量发展", "营商环境", "充电桩", "预制菜产业链", "黑臭水体", "幸福河湖",
	"专精特新企业", "就业3万人", "5G基站", "重大项目建设", "贾湖遗址", "养老服务", "农村 污水",
}
