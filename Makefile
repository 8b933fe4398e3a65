# Two commands: `make run` installs what is missing, builds and opens the
# window; `make test` installs what is missing and passes every test.

GO        ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.7.0
ERRCHECK    = github.com/kisielk/errcheck@v1.9.0
ACTIONLINT  = github.com/rhysd/actionlint/cmd/actionlint@v1.7.12
BIN       := bin

.PHONY: run test build deps lint smoke ime screenshots start reading offline licences soak press arm64 mac packages wine windows-tests dist dist-twice clean

# Without a display the window cannot open: then the same job is done headless.
run:
	@sh assets/packaging/run.sh

build: deps
	$(GO) build -o $(BIN)/deputydesk ./cmd/deputydesk
	CGO_ENABLED=0 $(GO) build -o $(BIN)/deskctl ./cmd/deskctl

deps:
	@sh assets/packaging/deps.sh build

test: deps
	$(GO) vet ./...
	$(GO) test ./...

lint:
	@test -z "$$(gofmt -l $$(git ls-files '*.go'))" || { gofmt -l $$(git ls-files '*.go'); exit 1; }
	$(GO) vet ./...
	$(GO) run $(STATICCHECK) ./...
	$(GO) run $(ERRCHECK) -exclude .ci/errcheck.txt ./...
	@sh assets/packaging/deps.sh packages
	shellcheck -S warning -e SC1007 $$(git ls-files '*.sh')
	$(GO) run $(ACTIONLINT)

# The real window, for a few seconds on a screen of its own; then where it cannot be
# made, and in surroundings that offices have.
smoke: build
	@sh assets/packaging/deps.sh screen
	sh assets/packaging/smoke.sh $(BIN)/deputydesk
	sh assets/packaging/nostart.sh $(BIN)/deputydesk
	sh assets/packaging/surroundings.sh $(BIN)/deputydesk $(BIN)/deskctl

# fcitx5-pinyin types into the real window: no key of a composition touches the
# text, and the candidates stand at the caret. IME_RUNS says how often.
IME_RUNS ?= 1
ime: build
	@sh assets/packaging/deps.sh ime
	sh assets/packaging/ime.sh $(BIN)/deputydesk $(IME_RUNS)

clean:
	rm -rf $(BIN) dist out

# The pictures of the manual and the README, and of the first page of the paper.
screenshots: build
	@sh assets/packaging/deps.sh screen
	@sh assets/packaging/deps.sh papers
	sh assets/packaging/screenshots.sh $(BIN)/deputydesk $(BIN)/deskctl assets/manual
	$(BIN)/deskctl demo out
	pdftoppm -r 60 -f 1 -l 1 -png -singlefile out/sheet.pdf assets/manual/sheet

# CPU time from a cold start to text that can be read, and the heap then.
start: build
	@sh assets/packaging/deps.sh screen
	@rm -rf out/start && xvfb-run -a $(BIN)/deputydesk --data out/start --measure-start

# What is in both programs, and under which licence; one that may not be shipped
# with them is an error. The bill of materials for a release: dist/sbom.json.
licences: build
	@mkdir -p dist
	$(GO) run assets/packaging/sbom.go $(BIN)/deskctl $(BIN)/deputydesk >dist/sbom.json
	$(GO) run assets/packaging/sbom.go -licences $(BIN)/deskctl $(BIN)/deputydesk

# Both programs at work with every network call traced: nothing is sent.
offline: build
	@sh assets/packaging/deps.sh screen
	@sh assets/packaging/deps.sh trace
	sh assets/packaging/nothing-sent.sh $(BIN)/deskctl $(BIN)/deputydesk

# What reading a report of 100,000 characters with 2,000 highlights costs.
reading: build
	@sh assets/packaging/deps.sh screen
	@rm -rf out/reading && xvfb-run -a $(BIN)/deputydesk --data out/reading --measure-reading

# The press, examined and measured with other people's programs.
press: build
	@sh assets/packaging/deps.sh papers
	sh assets/packaging/press.sh $(BIN)/deskctl

# What takes longer than a test may: every fuzz target for five minutes (FUZZTIME),
# and the program killed some hundred times while it works.
soak: deps
	@sh assets/packaging/soak.sh

# The packages of this system, packed quickly, looked over by the tools of those
# who read them, installed, used and removed again.
packages:
	@sh assets/packaging/deps.sh screen
	@sh assets/packaging/deps.sh papers
	@rm -rf out/dist
	LEVEL=0 sh assets/packaging/dist.sh out/dist linux-amd64
	sh assets/packaging/linux/check.sh out/dist/deputydesk_*_amd64.deb out/dist/deputydesk-*-linux-amd64.tar.xz

# The programs for arm64, and their window on an emulated processor.
arm64:
	@sh assets/packaging/deps.sh screen
	@sh assets/packaging/deps.sh cross
	sh assets/packaging/linux/build.sh arm64 out/arm64 "$$(sh assets/packaging/version.sh)"
	sh assets/packaging/linux/arm64.sh out/arm64/deputydesk out/arm64/deskctl

# What can be proved of a Mac from here: all below the window compiles for both
# of its processors. The toolkit needs Apple's headers.
mac:
	for arch in arm64 amd64; do CGO_ENABLED=0 GOOS=darwin GOARCH=$$arch $(GO) build -o /dev/null ./cmd/deskctl || exit 1; done
	CGO_ENABLED=0 GOOS=darwin GOARCH=arm64 $(GO) vet ./ui/desk ./ui/staff $$($(GO) list ./... | grep -v -e '/ui$$' -e /ui/ -e cmd/deputydesk)

# The Windows packages, signed with a test certificate, tried under Wine: looked at,
# installed, started, used, removed. Pictures of the window: out/wine.
wine:
	@sh assets/packaging/deps.sh wine
	@rm -rf out/windows
	sh assets/packaging/windows/signed.sh out/windows "$$(sh assets/packaging/version.sh)"
	SIGNED_BY=out/test-certificate.pem sh assets/packaging/windows/check.sh out/windows out/wine

# Our tests as Windows programs, under Wine; PACKAGES says of which packages below the
# window, else all are tried.
windows-tests:
	@sh assets/packaging/deps.sh windows
	@sh assets/packaging/deps.sh wine
	@sh assets/packaging/windows/tests.sh $(PACKAGES)

# What is given to people, for every system that can be built for here: dist/.
dist:
	sh assets/packaging/dist.sh dist

# Two runs of one commit make the same packages.
dist-twice:
	sh assets/packaging/twice.sh
