[#import "/lib/workflow.yaml.ftl" as w]
name: Deploy

# Proposes a release to every environment, one pull request each. Merging it is the deployment: the
# cluster pulls what main says. Nothing here can reach a cluster, and a rollback is a revert.
#
# The Release workflow starts it. By hand, choose the tag of a release as the ref to run on.
on:
  workflow_dispatch:

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
env:
  IMAGE: ghcr.io/[=namespace.scope?remove_beginning("@")]/[=service.kebab]

jobs:
  propose:
    name: Propose to ${{ matrix.environment }}
    runs-on: ubuntu-24.04
    [@w.timeout 1 /]
    strategy:
      fail-fast: false
      matrix:
        environment:
[#list slots["github-actions.environments"] as environment]
          - [=environment.name]
[/#list]
    environment: ${{ matrix.environment }}
    concurrency:
      group: deploy-${{ matrix.environment }}
      cancel-in-progress: false
    permissions:
      contents: write # push the branch that changes the overlay
      pull-requests: write # open its pull request
      packages: read # look the image up
      attestations: read # verify the provenance
    steps:
[@w.harden /]
      - name: Accept only the tag of a release
        if: ${{ github.ref_type != 'tag' }}
        run: |
          echo "::error::run this workflow on the tag of a release"
          exit 1
[@w.checkout name="Check out main" with=["ref: main"] /]
[@w.login /]
      - name: Look the image of this version up
        id: image
        env:
          TAG: ${{ github.ref_name }}
        run: |
          version=${TAG#v}
          digest=$(docker buildx imagetools inspect "$IMAGE:$version" --format '{{.Manifest.Digest}}')
          {
            echo "version=$version"
            echo "reference=$IMAGE@$digest"
          } >> "$GITHUB_OUTPUT"
[@practice id="build-attestation"]
      - name: Verify that the Release workflow built it from this tag
        env:
          GH_TOKEN: ${{ github.token }}
          REFERENCE: ${{ steps.image.outputs.reference }}
        run: |
          gh attestation verify "oci://$REFERENCE" \
            --repo "$GITHUB_REPOSITORY" \
            --signer-workflow "$GITHUB_REPOSITORY/.github/workflows/release.yml" \
            --source-ref "$GITHUB_REF"
[/@practice]
      - name: Open the pull request
        env:
          GH_TOKEN: ${{ github.token }}
          ENVIRONMENT: ${{ matrix.environment }}
          VERSION: ${{ steps.image.outputs.version }}
          REFERENCE: ${{ steps.image.outputs.reference }}
        run: scripts/propose-deployment.sh "$ENVIRONMENT" "$VERSION" "$REFERENCE"
