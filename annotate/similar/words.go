package similar

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// matter is a title without what every title has: 关于……的建议.
func matter(title string) string {
	title = strings.TrimSpace(title)
	for _, begin := range []string{"关于", "对"} {
		if rest, ok := strings.CutPrefix(title, begin); ok {
			title = rest
			break
		}
	}
	for _, end := range []string{"的建议", "的批评", "的意见", "的议案", "的修改意见"} {
		if rest, ok := strings.CutSuffix(title, end); ok {
			return rest
		}
	}
	return title
}

// common are the pairs of characters that proposals have in common, whatever
// they are about.
var common = func() map[pair]bool {
	all := map[pair]bool{}
	each(`建议 加强 加快 加大 推进 推动 完善 提高 提升 规范 优化 强化 落实 实施 开展 组织 建立 健全 制定 明确 鼓励 支持 引导 促进 保障 解决 问题 工作 管理 服务
		水平 能力 质量 机制 制度 政策 措施 责任 力度 标准 体系 建设 发展 群众 居民 人民 代表 政府 部门 单位 有关 相关 主管 我市 全市 城市 市区 各县 县区 社会 基层
		目前 近年 年来 随着 存在 不足 不够 一些 部分 有的 不少 多数 较多 较少 严重 突出 希望 应当 应该 需要 必须 可以 能够 进行 采取 通过 根据 按照 结合 针对 对于 以及
		同时 并且 但是 因此 由于 没有 一是 二是 三是 四是 五是 是一 第一 第二 第三 情况 分析 意见 报告 提出 今年 去年 每年 年底 上半 下半 半年 定期 及时 统一 统筹 专门
		专项 资金 财政 经费 补助 补贴 投入 安排 宣传 培训 监督 检查 考核 评估 公开 公布 信息 平台 数据 人员 队伍 企业 项目 任务 目标 计划 方案 的是 的问 等问 和完
		工程 设施 作用 影响 条件 要求 方面 环节 过程 结果 效果 成效 经验 做法 方式 办法 模式 试点 推广 引进 引入 培育 打造 创新 改革 高质 质量 量发 切实 有效 进一 一步 管好 用好 建好 做好 办好 好用 好管 好建 修好 抓好 农村 社区 城区 小区 工程`,
		func(p pair, _ int) { all[p] = true })
	return all
}()

// mostWords is how many shared words a hit shows; more are not read.
const mostWords = 5

// shared are the longest strings of a that b has as well, those that say most
// first. Common pairs do not make words.
func (c *Corpus) shared(a, b Text) []string {
	has := pairs(b)
	type found struct {
		word   string
		weight float64
	}
	var all []found
	for _, text := range []string{matter(a.Title), a.Body} {
		start, end, weight := -1, -1, 0.0
		bound := false // the pair before was a common one, which owns the character it ends with
		flush := func(common bool) {
			if start >= 0 {
				if word := inner(text[start:end], bound, common); word != "" {
					all = append(all, found{word, weight})
				}
			}
			start, weight = -1, 0
		}
		last := false // the pair before this one was common
		each(text, func(p pair, at int) {
			_, size := utf8.DecodeLastRuneInString(text[:at])
			_, before := utf8.DecodeLastRuneInString(text[:at-size])
			from := at - size - before
			if has[p] == 0 || common[p] {
				flush(common[p] && from+before == end)
				last = common[p]
				return
			}
			if start < 0 || from+before != end {
				flush(false)
				start, bound = from, last
			}
			last = false
			end = at
			n := 0
			if number, known := c.numbers[p]; known {
				n = len(c.postings[number])
			}
			weight += c.rarity(p, n) * min(has[p], titleWeight)
		})
		flush(false)
	}
	slices.SortStableFunc(all, func(a, b found) int {
		switch {
		case a.weight > b.weight:
			return -1
		case a.weight < b.weight:
			return 1
		}
		return 0
	})
	var words []string
	for _, f := range all {
		told := func(w string) bool { return strings.Contains(w, f.word) || strings.Contains(f.word, w) }
		if !strings.ContainsAny(f.word, "0123456789") && !slices.ContainsFunc(words, told) && len(words) < mostWords {
			words = append(words, brief(f.word))
		}
	}
	return words
}

// longestWord is how much of what both say is shown, in characters: the rest of
// a copied sentence says no more.
const longestWord = 10

func brief(word string) string {
	if runes := []rune(word); len(runes) > longestWord {
		return string(runes[:longestWord]) + "…"
	}
	return word
}

// inner is a word without its first or last character where a common word owns
// that, and without small words at its ends; "" if less than two are left.
func inner(word string, first, last bool) string {
	runes := []rune(word)
	if first {
		runes = runes[1:]
	}
	if last && len(runes) > 0 {
		runes = runes[:len(runes)-1]
	}
	const small = "的和与及等对在是了把被向从由为以更再也都就还有个各其这那该不"
	word = strings.Trim(string(runes), small)
	if utf8.RuneCountInString(word) < 2 {
		return ""
	}
	return word
}
