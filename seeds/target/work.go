package target

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// works end the names of what is built.
var works = []string{"项目", "工程", "产业园", "基地", "高速", "高铁", "城际", "地铁", "轻轨", "快速路", "铁路", "公路", "大桥", "隧道", "机场", "医院", "学校", "水库", "电站", "中心",
	"园区", "院区", "校区", "公园", "学院", "中学", "小学", "初中", "高中", "幼儿园", "图书馆", "博物馆", "科技馆", "文化馆", "美术馆", "体育馆", "纪念馆",
	"航道", "港区", "码头", "水厂", "电厂", "处理厂", "发电厂", "车站", "枢纽", "专用线", "连接线", "联络线", "延长线", "环线", "干线", "支线",
	"一期", "二期", "三期", "大楼", "大厦", "广场", "剧院", "管网", "高架", "机组", "线路", "管线", "号线", "生产线", "保税区", "经济区", "度假区", "安置区",
	"示范区", "停车场", "体育场", "农贸市场", "批发市场", "卫生室", "服务点", "绿道", "口岸", "平台"}

// places are the last characters of names of what stands somewhere: 门诊楼,
// 学府路, 西闸.
const places = "楼馆院校厂站桥路街巷园库坝闸塔渠段堤港"

// speech ends like the name of a place and is none.
var speech = []string{"思路", "出路", "销路", "道路", "网路", "套路", "阶段", "手段", "时段", "高校", "家园", "校园", "智库", "智慧园", "百花园", "中华街"}

// kinds stand before the name of a work that is no single one: 重点项目.
var kinds = []string{"一批", "重大", "重点", "更多", "优质", "各类", "签约", "招引", "系列", "若干", "大项目", "好项目"}

// isWork reports whether name is that of a work, or of several by their names.
func isWork(name string) bool {
	if head, _, ok := strings.Cut(name, "等"); ok && utf8.RuneCountInString(head) > 2 && !containsAny(head, kinds) {
		return endsAny(name, works) && !strings.Contains(name, "的") // 城南大桥等重点工程
	}
	if utf8.RuneCountInString(name) < 3 || containsAny(name, kinds) || strings.Contains(name, "的") {
		return false
	}
	return endsAny(name, works) || strings.ContainsRune(places, lastRune(name)) && !endsAny(name, speech)
}

// isPart reports whether name is that of a work or of a stage of one: 校舍改造.
func isPart(name string) bool {
	return isWork(name) || utf8.RuneCountInString(name) >= 5 && endsAny(name, stages)
}

// pair divides the last of a list at 和 where a work or a stage of one stands
// on either side: 校舍改造和操场建设.
func pair(parts []string) []string {
	last := parts[len(parts)-1]
	for _, and := range []string{"和", "以及"} {
		a, b, ok := strings.Cut(last, and)
		if ok && utf8.RuneCountInString(a) > 3 && isPart(a) && isPart(b) && !strings.Contains(last, "的") {
			return append(parts[:len(parts)-1:len(parts)-1], a, b)
		}
	}
	return parts
}

// driven is the only reading of a clause that begins with a soft word.
var driven = reading{"driven", "加快建成南湖水厂: a work with a name that is driven to its completion", readDriven}

// drives are the soft words that may lead to a completion; 支持 and 谋划 do not.
var drives = []string{"加快推进", "加快推动", "积极推进", "积极推动", "统筹推进", "有序推进", "推进", "加快"}

// readDriven reads 推进门诊楼投入使用, 加快建成南湖水厂.
func readDriven(c *clause, core string) []string {
	for _, d := range drives {
		rest, ok := strings.CutPrefix(core, d)
		if !ok {
			continue
		}
		rest = strings.Replace(rest, "等一批", "等", 1)
		if w, ok := deeds.prefix(rest); ok && strings.HasPrefix(w.text, "建成") && isWork(rest[len(w.text):]) {
			return each(rest[len(w.text):], true)
		}
		if w, ok := states.suffix(rest); ok && slices.Contains([]string{"each", "whole", ""}, w.field(0)) && isWork(trimAdverbs(rest[:len(rest)-len(w.text)])) {
			return each(trimAdverbs(rest[:len(rest)-len(w.text)]), true)
		}
		return nil
	}
	return nil
}

// deedsOfWorks are what a work or an institution itself may do or become.
var deedsOfWorks = []string{"创建成", "创成", "建成", "开通", "获批", "迁入", "搬入", "开设", "升级为"}

// readBecomes reads 市医院创成三级甲等医院, 新水厂建成二期泵房: a work and what
// it is to have or to be.
func readBecomes(_ *clause, core string) []string {
	for _, d := range deedsOfWorks {
		name, object, ok := strings.Cut(core, d)
		if name = trimAdverbs(name); ok && isWork(name) && utf8.RuneCountInString(object) >= 3 && !strings.Contains(object, "的") {
			if _, idle := slogans.suffix(object); !idle {
				return []string{name}
			}
		}
	}
	return nil
}

// haves are what people have in the end: 用上自来水.
var haves = []string{"用上", "喝上", "吃上", "住上", "住进", "搬进", "通上", "坐上"}

// readHave reads 确保东区群众用上自来水.
func readHave(c *clause, core string) []string {
	if !strings.Contains(c.is(), "确保") && !strings.Contains(c.is(), "实现") && (c.when == nil || !c.when.exact) {
		return nil
	}
	for _, h := range haves {
		if name, object, ok := strings.Cut(core, h); ok && name != "" && object != "" && !containsAny(object, []string{"放心", "好", "更", "健康", "优质", "幸福"}) {
			return []string{trimAdverbs(name) + object}
		}
	}
	return nil
}

// readDated reads 上半年搬入新址: what is to be done by a day, whatever it is,
// unless it is a manner of speaking or only what is gone on with.
func readDated(c *clause, core string) []string {
	if c.when == nil || !c.when.exact || !limit(c.when.printed) || c.past || utf8.RuneCountInString(core) < 4 {
		return nil
	}
	if _, ok := slogans.suffix(core); ok || containsAny(core, ongoing) || strings.Contains(c.is(), "去年") {
		return nil
	}
	return []string{core}
}

// limit reports whether a time is one by which something is done: 6月底前, 上半年.
func limit(printed string) bool {
	return endsAny(printed, []string{"前", "底", "末", "上半年"}) || strings.HasSuffix(printed, "内") && printed != "年内"
}

// ongoing are words of what has no end that could be seen.
var ongoing = []string{"推进", "推动", "加强", "加快", "提升", "提高", "深化", "优化", "促进", "发展", "支持", "现代化", "已", "努力", "奋斗"}
