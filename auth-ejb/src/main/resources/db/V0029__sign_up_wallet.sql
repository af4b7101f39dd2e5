alter table sign_up add column web3_wallet text;
alter table sign_up add column web3_verification_id text;

-- For whoever looks whether a verification is still shown.
create index passkey_verification on passkey (instance_id, verification_id);
