# `make` alone lists the targets. Everything made lies in build/.
.DEFAULT_GOAL := help
.PHONY: help setup demo test quick bench lint strings package link qgis

VENV = $(shell tools/venv.sh)
PYTHON = $(VENV)/bin/python
# classFactory's iface is QGIS's own; experimental ones cannot tell whose method it is; QMetaType needs 3.38
QGS_IGNORED = QGS105,QGS201,QGS202,QGS402

help:
	@sed -n 's/^\([a-z]*\):.*## /make \1\t/p' Makefile | expand -t 14

setup:
	@tools/setup.sh

demo: setup link ## install what is missing, make the demo region's map in build/demo
	@tools/demo.sh

test: setup ## install what is missing, run all tests
	$(PYTHON) -m pytest $(ARGS)

quick: setup ## run the tests but the long ones
	$(PYTHON) -m pytest -m "not heavy"

bench: setup ## measure speed and memory beside peers
	@tools/bench.sh

lint: setup link ## style, types, QGIS's and the plugin repository's rules, translations
	$(VENV)/bin/ruff check .
	$(VENV)/bin/ruff format --check .
	cd build/plugins && $(abspath $(VENV))/bin/mypy --follow-imports=silent -p samplan.processing.methods
	$(VENV)/bin/flake8 --select=QGS --extend-ignore=$(QGS_IGNORED) __init__.py plugin processing
	$(VENV)/bin/bandit --quiet --recursive __init__.py plugin processing
	$(PYTHON) tools/strings.py check

strings: setup ## collect the texts to translate, compile the translations
	$(PYTHON) tools/strings.py update

package: setup ## the plugin as an installable zip, of what is committed
	$(PYTHON) tools/package.py

link: ## this checkout as a plugin folder, build/plugins
	@mkdir -p build/plugins && ln -sfn ../.. build/plugins/samplan

qgis: setup link ## open QGIS with this plugin, on the demo project where there is one
	@tools/qgis.sh desktop $(wildcard build/demo/samplan-demo.qgz)
