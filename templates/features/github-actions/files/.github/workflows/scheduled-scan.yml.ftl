[#import "/lib/workflow.yaml.ftl" as w]
name: Scheduled scan

# A vulnerability can become known long after the last commit.
on:
  schedule:
    - cron: "13 5 * * *"
  workflow_dispatch:

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
concurrency:
  group: scheduled-scan
  cancel-in-progress: true

jobs:
  repository:
    name: Repository
    runs-on: ubuntu-24.04
    [@w.timeout figure("pipeline-duration", 5) /]
    permissions:
      contents: read # check out the source
      security-events: write # report the alerts
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Scan the repository
        uses: [@w.uses "aquasecurity/trivy-action" /]
        with:
          scan-type: fs
          scanners: [@practice id="dependency-scanning"]vuln,[/@practice][@practice id="secret-scanning"]secret,[/@practice]misconfig
          format: sarif
          output: repository.sarif
      - name: Report the alerts
        uses: [@w.uses "github/codeql-action/upload-sarif" /]
        with:
          sarif_file: repository.sarif
          category: scheduled-scan-repository
[#if slots["github-actions.environments"]?has_content]
[@practice id="image-scanning"]

  image:
    name: Image in ${{ matrix.environment }}
    runs-on: ubuntu-24.04
    [@w.timeout figure("pipeline-duration", 5) /]
    strategy:
      fail-fast: false
      matrix:
        environment:
[#list slots["github-actions.environments"] as environment]
          - [=environment.name]
[/#list]
    permissions:
      contents: read # read which image the overlay names
      packages: read # pull it
      security-events: write # report the alerts
    steps:
[@w.harden /]
[@w.checkout /]
      - name: Read which image is deployed
        id: deployed
        env:
          ENVIRONMENT: ${{ matrix.environment }}
        run: echo "image=$(scripts/deployed-image.sh get "$ENVIRONMENT")" >> "$GITHUB_OUTPUT"
[@w.login]
        if: ${{ steps.deployed.outputs.image != '' }}
[/@w.login]
      - name: Scan the image
        if: ${{ steps.deployed.outputs.image != '' }}
        uses: [@w.uses "aquasecurity/trivy-action" /]
        with:
          image-ref: ${{ steps.deployed.outputs.image }}
          format: sarif
          output: image.sarif
      - name: Report the alerts
        if: ${{ steps.deployed.outputs.image != '' }}
        uses: [@w.uses "github/codeql-action/upload-sarif" /]
        with:
          sarif_file: image.sarif
          category: scheduled-scan-${{ matrix.environment }}
[/@practice]
[/#if]
