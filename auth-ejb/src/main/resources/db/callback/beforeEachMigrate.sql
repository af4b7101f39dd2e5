-- A migration may take as long as it takes; what it locks it waits for no longer than others wait for it.
set local statement_timeout = 0;
set local lock_timeout = '60s';
set local idle_in_transaction_session_timeout = 0;
