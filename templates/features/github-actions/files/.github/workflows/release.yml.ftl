[#import "/lib/workflow.yaml.ftl" as w]
[#assign budget = figure("pipeline-duration", 5)]
name: Release

on:
  push:
    tags: ["v*"]

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
# A release runs to its end: half a release is worse than a late one.
concurrency:
  group: release-${{ github.ref }}
  cancel-in-progress: false

env:
  IMAGE: ghcr.io/[=namespace.scope?remove_beginning("@")]/[=service.kebab]

# No cache anywhere in this file: what is published comes from the tagged commit alone.
jobs:
  publish:
    name: Publish
    runs-on: ubuntu-24.04
    [@w.timeout [budget - 1, 1]?max /]
    environment: release
    permissions:
      contents: read # check out the source
      packages: write # push the image, its signature and its attestations
      id-token: write # prove this workflow's identity to Sigstore
      attestations: write # store the provenance
    outputs:
      digest: ${{ steps.build.outputs.digest }}
    steps:
[@w.harden /]
[@w.checkout name="Check out the history" with=["fetch-depth: 0"] /]
      # The ruleset lets a commit reach main only with green checks and approvals.
      - name: Accept only a semantic version of a commit on main
        id: tag
        env:
          TAG: ${{ github.ref_name }}
        run: |
          if ! grep -Eq '^v(0|[1-9][0-9]*)(\.(0|[1-9][0-9]*)){2}(-[0-9A-Za-z.-]+)?$' <<< "$TAG"; then
            echo "::error::$TAG is not a semantic version such as v1.2.3"
            exit 1
          fi
          if ! git merge-base --is-ancestor HEAD origin/main; then
            echo "::error::$TAG is not a commit of main"
            exit 1
          fi
          {
            echo "version=${TAG#v}"
            echo "commit-time=$(git log -1 --format=%ct)"
          } >> "$GITHUB_OUTPUT"
      - name: Set up Buildx
        uses: [@w.uses "docker/setup-buildx-action" /]
        with:
          cache-binary: false
[@w.login /]
      # Pushed without a tag: nobody can pull it by name until it is scanned and signed.
      - name: Build and push the image
        id: build
        uses: [@w.uses "docker/build-push-action" /]
[@practice id="reproducible-builds"]
        env:
          SOURCE_DATE_EPOCH: ${{ steps.tag.outputs.commit-time }}
[/@practice]
        with:
          context: .
          no-cache: true
          outputs: type=image,name=${{ env.IMAGE }},push=true,push-by-digest=true,name-canonical=true[@practice id="reproducible-builds"],rewrite-timestamp=true[/@practice]
          # Provenance and SBOM are attested below, signed with this workflow's identity.
          provenance: false
          sbom: false
          labels: |
            org.opencontainers.image.source=${{ github.server_url }}/${{ github.repository }}
            org.opencontainers.image.revision=${{ github.sha }}
            org.opencontainers.image.version=${{ steps.tag.outputs.version }}
[@practice id="image-scanning"]
      - name: Scan the image
        uses: [@w.uses "aquasecurity/trivy-action" /]
        with:
          image-ref: ${{ env.IMAGE }}@${{ steps.build.outputs.digest }}
          scanners: vuln,secret
          severity: HIGH,CRITICAL
          ignore-unfixed: true
          exit-code: "1"
          cache: false
[/@practice]
[@practice id="sbom"]
      - name: Write the SBOM
        uses: [@w.uses "aquasecurity/trivy-action" /]
        with:
          image-ref: ${{ env.IMAGE }}@${{ steps.build.outputs.digest }}
          format: cyclonedx
          output: sbom.cdx.json
[#if practices["image-scanning"]??]
          skip-setup-trivy: true
[/#if]
          cache: false
[/@practice]
      - name: Install cosign
        uses: [@w.uses "sigstore/cosign-installer" /]
[@practice id="image-signing"]
      - name: Sign the image
        env:
          DIGEST: ${{ steps.build.outputs.digest }}
        run: cosign sign --yes "$IMAGE@$DIGEST"
[/@practice]
[@practice id="sbom"]
      - name: Attest the SBOM
        env:
          DIGEST: ${{ steps.build.outputs.digest }}
        run: cosign attest --yes --type cyclonedx --predicate sbom.cdx.json "$IMAGE@$DIGEST"
[/@practice]
[@practice id="build-attestation"]
      - name: Attest the provenance
        id: provenance
        uses: [@w.uses "actions/attest" /]
        with:
          subject-name: ${{ env.IMAGE }}
          subject-digest: ${{ steps.build.outputs.digest }}
          push-to-registry: true
          create-storage-record: false
[/@practice]
      - name: Give the image its version
        env:
          DIGEST: ${{ steps.build.outputs.digest }}
          VERSION: ${{ steps.tag.outputs.version }}
        run: docker buildx imagetools create --prefer-index=false --tag "$IMAGE:$VERSION" "$IMAGE@$DIGEST"
      - name: Collect the files of the release
        env:
          DIGEST: ${{ steps.build.outputs.digest }}
[@practice id="build-attestation"]
          BUNDLE: ${{ steps.provenance.outputs.bundle-path }}
[/@practice]
        run: |
          mkdir release
          echo "$IMAGE@$DIGEST" > release/image.txt
[@practice id="sbom"]
          cp sbom.cdx.json release/
[/@practice]
[@practice id="build-attestation"]
          cp "$BUNDLE" release/provenance.intoto.jsonl
[/@practice]
      - name: Hand them to the next job
        uses: [@w.uses "actions/upload-artifact" /]
        with:
          name: release
          path: release/
          if-no-files-found: error
          retention-days: 90

  announce:
    name: Announce
    needs: publish
    runs-on: ubuntu-24.04
    [@w.timeout 1 /]
    permissions:
      contents: write # create the GitHub release
[@practice id="gitops"]
      actions: write # start the Deploy workflow
[/@practice]
    steps:
[@w.harden /]
      - name: Fetch the files of the release
        uses: [@w.uses "actions/download-artifact" /]
        with:
          name: release
          path: release
      - name: Create the release
        env:
          GH_TOKEN: ${{ github.token }}
          GH_REPO: ${{ github.repository }}
          TAG: ${{ github.ref_name }}
        run: |
          set -- --verify-tag --generate-notes --notes "Image: $(cat release/image.txt)"
          case $TAG in
            *-*) set -- "$@" --prerelease ;;
          esac
          gh release create "$TAG" "$@" release/*
[#if slots["github-actions.environments"]?has_content]
[@practice id="gitops"]
      # A release made with the token of a workflow starts no workflow by itself; this is the way that does.
      - name: Propose the release to every environment
        env:
          GH_TOKEN: ${{ github.token }}
          GH_REPO: ${{ github.repository }}
          TAG: ${{ github.ref_name }}
        run: gh workflow run deploy.yml --ref "$TAG"
[/@practice]
[/#if]
