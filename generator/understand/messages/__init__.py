"""Articles in messages: chats of WhatsApp and Telegram, threads of social networks."""
