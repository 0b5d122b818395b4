[#import "/lib/workflow.yaml.ftl" as w]
name: Commit messages

# Apart from CI, because a changed title needs this check again and nothing else.
on:
  pull_request:
    types: [opened, edited, reopened, synchronize]

[@practice id="least-privilege-workflow"]
permissions: {}

[/@practice]
concurrency:
  group: commit-messages-${{ github.event.pull_request.number }}
  cancel-in-progress: true

jobs:
  commit-messages:
    name: Commit messages
    runs-on: ubuntu-24.04
    [@w.timeout 2 /]
    permissions:
      contents: read # read the commits of the pull request
    steps:
[@w.harden /]
[@w.checkout name="Check out the history" with=["fetch-depth: 0"] /]
      - name: Check the title, which becomes the message of the squashed commit
        env:
          TITLE: ${{ github.event.pull_request.title }}
        run: scripts/check-commit-messages.sh --message "$TITLE"
      - name: Check the commits
        env:
          BASE: ${{ github.event.pull_request.base.sha }}
          HEAD: ${{ github.event.pull_request.head.sha }}
        run: scripts/check-commit-messages.sh --range "$BASE..$HEAD"
