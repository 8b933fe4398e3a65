package misprint

import (
	"math/rand/v2"
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// words are doubled where they stand.
var words = strings.Fields(`建设 发展 推进 提升 工作 项目 改革 服务 实施 工程 管理 企业 经济 加快 加强
	完善 推动 支持 创新 农业 农村 教育 保障 就业 城市 环境 投资 市场 产业 技术 安全 制度 体系 政策 群众
	开展 落实 促进 深化 扩大 优化 生态 文化 医疗 社区 交通 能源 设施 资源 人才 质量 标准 重点 全面 继续`)

// phrases lose a character where they stand.
var phrases = strings.Fields(`以人民为中心 中国特色社会主义 社会主义现代化 改革开放 科学发展观 稳中求进 高质量发展
	供给侧结构性改革 乡村振兴 新型城镇化 城乡居民 社会主义市场经济 积极的财政政策 稳健的货币政策 宏观调控
	经济社会发展 国内生产总值 地区生产总值 固定资产投资 社会消费品零售总额 居民消费价格 城镇登记失业率
	基本公共服务 社会保障体系 基本医疗保险 养老保险 最低生活保障 保障性安居工程 棚户区改造 义务教育
	职业教育 公共文化服务 生态文明建设 节能减排 污染防治 知识产权 战略性新兴产业 先进制造业 现代服务业
	中小企业 民营企业 国有企业 营商环境 简政放权 行政审批 依法行政 党风廉政建设 反腐败 安全生产 食品药品
	社会治理 民族团结 国防和军队建设 一国两制 和平发展 互利共赢 对外开放 外商投资 进出口 一带一路
	京津冀协同发展 长江经济带 西部大开发 东北地区等老工业基地 粮食综合生产能力 农业综合生产能力 三农
	农村基础设施 脱贫攻坚 全面建设小康社会 全面建成小康社会 中华民族伟大复兴 人民群众 各级政府 邓小平理论
	三个代表 重要思想 社会主义核心价值观 科教兴国战略 可持续发展 自主创新 循环经济 公共服务 房地产市场`)

// strays are words that slip in between Chinese ones.
var strays = []string{"and", "the", "of", "is", "to", "for", "with", "in"}

var (
	listed = regexp.MustCompile(`(?:[。；：，]|(?m:^)[\s　]*)([一二三四五六七八九])(?:是|要)|第([一二三四五六七八九])，|(?m:^)[\s　]*[（(]([一二三四五六七八九])[)）]`)
	plenum = regexp.MustCompile(`十([一二三四五六七八九])届([一二三四五六七])中全会`)
	amount = regexp.MustCompile(`[0-9０-９]+(?:[.．][0-9０-９]+)?(万亿|亿|万)?[多余]?(元|美元|人|户|套|公里|亩|吨|千瓦|家|个|辆|所|平方米|斤|人次|名)`)
)

// slips returns the places of text where a misprint of kind k can be made.
func slips(k Kind, text string, rng *rand.Rand) []slip {
	var all []slip
	switch k {
	case Doubled:
		for _, w := range words {
			each(text, w, func(i int) { all = append(all, slip{k, i, i + len(w), w + w}) })
		}
	case Dropped:
		for _, p := range phrases {
			r := []rune(p)
			each(text, p, func(i int) {
				n := rng.IntN(len(r))
				all = append(all, slip{k, i, i + len(p), string(r[:n]) + string(r[n+1:])})
			})
		}
	case Latin:
		for i, r := range text {
			if i == 0 || rng.IntN(50) > 0 || !unicode.Is(unicode.Han, r) {
				continue
			}
			if before, _ := utf8.DecodeLastRuneInString(text[:i]); unicode.Is(unicode.Han, before) {
				now := strays[rng.IntN(len(strays))]
				if rng.IntN(2) == 0 {
					now = " " + now + " "
				}
				all = append(all, slip{k, i, i, now})
			}
		}
	case Ordinal:
		for _, m := range append(listed.FindAllStringSubmatchIndex(text, -1), plenum.FindAllStringSubmatchIndex(text, -1)...) {
			for g := 2; g+1 < len(m); g += 2 {
				if m[g] >= 0 && (len(m) > 6 || g == 2+2*rng.IntN(2)) {
					all = append(all, slip{k, m[g], m[g+1], other(text[m[g]:m[g+1]], rng)})
				}
			}
		}
	case Unit:
		for _, m := range amount.FindAllStringSubmatchIndex(text, -1) {
			all = append(all, scaled(text, m, rng))
		}
	}
	return all
}

// each calls f for every place of word in text.
func each(text, word string, f func(i int)) {
	for at := 0; ; {
		i := strings.Index(text[at:], word)
		if i < 0 {
			return
		}
		f(at + i)
		at += i + len(word)
	}
}

// other is another numeral than n.
func other(n string, rng *rand.Rand) string {
	all := []rune("一二三四五六七八九")
	for {
		if o := string(all[rng.IntN(len(all))]); o != n {
			return o
		}
	}
}

// scaled writes the amount at m ten thousand times too large or too small.
func scaled(text string, m []int, rng *rand.Rand) slip {
	start, end, scale := m[4], m[4], ""
	if m[2] >= 0 {
		start, end, scale = m[2], m[3], text[m[2]:m[3]]
	}
	up := map[string]string{"": "万", "万": "亿", "亿": "万亿"}
	down := map[string]string{"万": "", "亿": "万", "万亿": "亿"}
	now, ok := up[scale]
	if smaller, has := down[scale]; has && (!ok || rng.IntN(2) == 0) {
		now = smaller
	}
	return slip{Unit, start, end, now}
}
