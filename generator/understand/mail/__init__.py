"""E-mail: single messages (`.eml`, `.emlx`) and mailboxes (mbox), by the standard library."""
