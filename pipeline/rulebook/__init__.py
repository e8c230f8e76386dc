"""What is known of reports, for those who teach it more: check their rules, list all rules, suggest new ones."""
