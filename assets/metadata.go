package assets

// What the program says of itself to the system. FyneApp.toml at the root says
// the same to the packager; a test compares them.
const (
	AppName = "代表案头"
	AppID   = "cn.deputydesk.app"
	Version = "0.1.0"
	Build   = 1
)
