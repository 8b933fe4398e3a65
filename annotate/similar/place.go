package similar

import (
	"slices"
	"strings"
	"unicode"
)

// Names of places are told by how they end, without a gazetteer: 青石路, 石桥镇.
// Of a name the two characters before its ending count, so that nobody has to
// know where it begins. Much that is found so is no name (修路, 进村); it does no
// harm, because only names count that one of two texts has and the other has not
// although it says the same otherwise.

// placeEnds are how names of places end, the longer ones first.
var placeEnds = []string{"开发区", "新区", "小区", "社区", "街道", "大道", "大街", "大桥", "公园", "游园", "花园", "广场", "市场", "夜市", "景区", "园区", "小学", "中学",
	"学校", "医院", "车站", "水库", "灌区", "河", "湖", "渠", "沟", "县", "区", "乡", "镇", "村", "庄", "屯", "路", "街", "巷", "桥", "园"}

// noName are what stands before an ending without being a name.
var noName = words(`老旧 农村 城市 乡村 一些 部分 有些 不少 很多 许多 每个 多个 两个 三个 几个 这个 那个 一个 整个 居住 居民 住宅 商业 工业 农业 产业 基层 公立 民办 公办 综合 乡镇 县级 市级 省级
	中小 职业 技工 高等 特殊 农贸 批发 集贸 劳务 零工 消费 国内 国际 资本 市政 城乡 示范 试点 重点 偏远 贫困 所在 附近 周边 全市 全县 我市 我县 本市 本县 中心 幼儿 街头 人行 机动 步行`)

// noPlace are words that end like a name.
var noPlace = words(`线路 道路 公路 铁路 马路 思路 出路 小路 网路 电路 管路 水路 陆路 破路 修路 辖区 地区 城区 市区 片区 校区 库区 灾区 郊区 老区 山区 县区 小区 社区 街区 院区 厂区 分区 城镇 乡镇 集镇 小镇 重镇
	农村 乡村 山村 驻村 进村 各村 本村 城乡 下乡 回乡 返乡 家乡 公园 果园 校园 田园 家园 儿园 游园 花园 菜园 运河 沿河 街巷 背街 上街 逛街 天桥 立交桥 市场 学校 医院 村庄 农庄 桩桥 水沟 水渠 沟渠 河渠 县乡 省县`)

// noStart are characters with which no name begins, noEnd those with which none
// ends before its ending.
const (
	noStart = noEnd + "和全本处里中上下内外前后旁边让请将使用去来进出住修建办设通给或而但因条座所家户加快优化改善推治清"
	noEnd   = "的与及等对在是了把被向从由为以再也都就还有到往至按经过跨沿离近距个各其这那该每社农没装"
)

func words(list string) map[string]bool {
	all := map[string]bool{}
	for _, w := range strings.Fields(list) {
		all[w] = true
	}
	return all
}

// ends are placeEnds by their first character.
var ends = func() map[rune][][]rune {
	all := map[rune][][]rune{}
	for _, end := range placeEnds {
		runes := []rune(end)
		all[runes[0]] = append(all[runes[0]], runes)
	}
	return all
}()

// places are the names of places in text, each once; of known names also those
// that do not end like one.
func places(text string, known []string) []string {
	var all []string
	add := func(name string) {
		if !slices.Contains(all, name) {
			all = append(all, name)
		}
	}
	for _, name := range known {
		if strings.Contains(text, name) {
			add(name)
		}
	}
	runes := []rune(text)
	for i := 0; i < len(runes); i++ {
		size := endAt(runes, i)
		if size == 0 {
			continue
		}
		if name := nameBefore(runes[:i]); name != "" && endAt(runes, i+size) == 0 && !noPlace[string(runes[i-1:i+size])] {
			add(name + string(runes[i:i+size]))
		}
		i += size - 1
	}
	return all
}

// endAt is how many characters the ending has that stands at i, 0 if none does.
// Where another follows, 湖 in 东湖新区, it ends nothing.
func endAt(runes []rune, i int) int {
	if i >= len(runes) {
		return 0
	}
	for _, end := range ends[runes[i]] {
		if len(runes)-i >= len(end) && slices.Equal(runes[i:i+len(end)], end) {
			return len(end)
		}
	}
	return 0
}

// nameBefore is the name at the end of runes, two characters of it or one; "" if
// what stands there is none.
func nameBefore(runes []rune) string {
	n := len(runes)
	if n < 2 || !unicode.Is(unicode.Han, runes[n-1]) || strings.ContainsRune(noEnd, runes[n-1]) {
		return ""
	}
	name := string(runes[n-1:])
	if unicode.Is(unicode.Han, runes[n-2]) && !strings.ContainsRune(noStart, runes[n-2]) {
		name = string(runes[n-2:])
	}
	usual := false
	each(string(runes[n-2:]), func(p pair, _ int) { usual = common[p] })
	if usual || noName[name] {
		return ""
	}
	return name
}
