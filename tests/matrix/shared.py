"""What each persona gets at the addresses that belong to no domain."""

EVERYBODY = dict.fromkeys(("nobody", "office", "staff", "auditor", "chair", "delegate", "coordinator"), 302)

EXPECTED = {
    "shared:preferences": {"POST": {**EVERYBODY, "data": {"theme": "dark", "next": "/"}}},
    "shared:styleguide": {"GET": dict.fromkeys(EVERYBODY, 404)},
}
