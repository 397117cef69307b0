# Thin names for the npm scripts; `npm run` shows them all.
.PHONY: bench test lint dev

bench:
	npm run bench

test:
	npm test

lint:
	npm run lint

# The server, rebuilt and restarted when a source changes.
dev:
	node tools/start.js --reload
