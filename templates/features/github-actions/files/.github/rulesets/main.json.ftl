{
  "name": "main",
  "target": "branch",
  "enforcement": "active",
  "bypass_actors": [],
  "conditions": {
    "ref_name": {
      "include": ["~DEFAULT_BRANCH"],
      "exclude": []
    }
  },
  "rules": [
    { "type": "deletion" },
    { "type": "non_fast_forward" },
    { "type": "required_linear_history" },
    {
      "type": "pull_request",
      "parameters": {
        "required_approving_review_count": [=figure("code-review-approvals", 2)],
        "dismiss_stale_reviews_on_push": true,
        "require_code_owner_review": [@practice id="code-owners"]true[/@practice][#if !practices["code-owners"]??]false[/#if],
        "require_last_push_approval": true,
        "required_review_thread_resolution": true,
        "allowed_merge_methods": ["squash"]
      }
    },
    {
      "type": "required_status_checks",
      "parameters": {
        "strict_required_status_checks_policy": true,
        "do_not_enforce_on_create": true,
        "required_status_checks": [
[@practice id="automated-testing"]
          { "context": "Test", "integration_id": 15368 },
[/@practice]
[@practice id="dependency-scanning"]
          { "context": "Dependency review", "integration_id": 15368 },
[/@practice]
[@practice id="conventional-commits"]
          { "context": "Commit messages", "integration_id": 15368 },
[/@practice]
[#if slots["github-actions.lint-steps"]?has_content || slots["github-actions.environments"]?has_content]
          { "context": "Contracts", "integration_id": 15368 },
[/#if]
[#if practices["linting"]??]
          { "context": "Lint", "integration_id": 15368 },
[/#if]
          { "context": "Image", "integration_id": 15368 }
        ]
      }
    }
  ]
}
