"""Articles passed on as messages: chats of WhatsApp and Telegram, threads of social networks."""
