alter table users add column primary_web3_wallet_id text;  -- an identification of the user's, or null
