package assets

// What the program says of itself to the system. FyneApp.toml at the root says
// the same to the packager; a test compares them.
const (
	AppName = "代表案头"
	AppID   = "cn.deputydesk.app"
	Build   = 1
)

// Version is a variable only for the linker, which writes the version of the tag
// here when a release is made (packaging/version.sh). Nobody else may change it.
var Version = "0.1.0"
