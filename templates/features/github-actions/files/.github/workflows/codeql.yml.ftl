[#import "/lib/workflow.yaml.ftl" as w]
name: CodeQL

on:
  pull_request:
  push:
    branches: [main]
  schedule:
    - cron: "27 3 * * 1"

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
concurrency:
  group: codeql-${{ github.event.pull_request.number || github.sha }}
  cancel-in-progress: ${{ github.event_name == 'pull_request' }}

jobs:
  analyze:
    name: Analyze ${{ matrix.language }}
    runs-on: ubuntu-24.04
    [@w.timeout figure("pipeline-duration", 5) /]
    strategy:
      fail-fast: false
      matrix:
        language: [actions, [=path.facts.ci.codeql]]
    permissions:
      contents: read # check out the source
      actions: read # read the workflow run, which a private repository asks for
      security-events: write # report the alerts
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Start CodeQL
        uses: [@w.uses "github/codeql-action/init" /]
        with:
          languages: ${{ matrix.language }}
          build-mode: none
          queries: security-extended
      - name: Analyze
        uses: [@w.uses "github/codeql-action/analyze" /]
        with:
          category: /language:${{ matrix.language }}
