# Two commands: `make run` installs what is missing, builds and opens the
# window; `make test` installs what is missing and passes every test.

GO        ?= go
STATICCHECK = honnef.co/go/tools/cmd/staticcheck@v0.7.0
ERRCHECK    = github.com/kisielk/errcheck@v1.9.0
BIN       := bin

.PHONY: run test build deps lint smoke fonts bench clean

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
	$(GO) run $(ERRCHECK) ./...

# The real window, for a few seconds on a screen of its own.
smoke: build
	@sh assets/packaging/deps.sh screen
	sh assets/packaging/smoke.sh $(BIN)/deputydesk

clean:
	rm -rf $(BIN) dist out
