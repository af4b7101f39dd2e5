-- A challenge that is signed and not typed: a passkey's or a wallet's. It is no secret, so that it is kept as it was sent.
alter table verification add column nonce text;    -- what is signed, or a passkey's options as JSON
alter table verification add column message text;  -- the text that a wallet signs
alter table verification add column origin text;   -- of the page that asked for it; an answer from any other is refused
