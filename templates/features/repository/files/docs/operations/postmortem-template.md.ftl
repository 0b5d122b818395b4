# Postmortem: what happened, in one line

Date and time (UTC) · duration · written by · reviewed by

This asks what in the system made the incident possible, never who. People did what made sense with what they knew.

## Summary

Three sentences for somebody who was not there.

[@practice id="incident-management"]
## Impact

Who noticed what, how many requests or people, how much of the month's error budget.

## Timeline (UTC)

| time | what happened, what was seen, what was done |
| --- | --- |
| | first effect |
| | noticed by (alert, client, chance) |
| | effect ended |

[/@practice]
## Causes

Ask why until the answer is something that we can change. There is more than one.

## What went well, what was luck

What helped us to notice and to recover. What would have made it worse, and only by chance did not.

## Actions

| action | kind (prevent, notice, recover) | owner | issue |
| --- | --- | --- | --- |
| | | | |
