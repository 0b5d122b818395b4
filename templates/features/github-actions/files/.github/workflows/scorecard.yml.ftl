[#import "/lib/workflow.yaml.ftl" as w]
name: Scorecard

on:
  branch_protection_rule:
  push:
    branches: [main]
  schedule:
    - cron: "42 4 * * 1"

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
concurrency:
  group: scorecard-${{ github.ref }}
  cancel-in-progress: true

jobs:
  scorecard:
    name: Scorecard
    runs-on: ubuntu-24.04
    [@w.timeout figure("pipeline-duration", 5) /]
    permissions:
      contents: read # check out the source
      actions: read # look at the workflow runs
      security-events: write # report the alerts
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Score the repository
        uses: [@w.uses "ossf/scorecard-action" /]
        with:
          results_file: scorecard.sarif
          results_format: sarif
          publish_results: false
      - name: Report the alerts
        uses: [@w.uses "github/codeql-action/upload-sarif" /]
        with:
          sarif_file: scorecard.sarif
