-- A person at the identity provider is bound to one official, and an official to one person.
create unique index auth_account_sign_on_key on auth_account (account_id) where provider_id = 'oidc';
create unique index auth_account_sign_on_user_key on auth_account (user_id) where provider_id = 'oidc';
