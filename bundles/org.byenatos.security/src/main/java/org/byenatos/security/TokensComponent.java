package org.byenatos.security;

import org.byenatos.api.security.TokenKind;
import org.byenatos.api.security.Tokens;
import org.byenatos.security.file.PrivateFiles;
import org.byenatos.security.key.SecretsLayout;
import org.byenatos.security.token.BearerTokens;
import org.byenatos.security.token.OwnerToken;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** Provides the tokens; makes the owner's at the first start. */
@Component(service = Tokens.class, immediate = true)
public final class TokensComponent implements Tokens {

    private final Tokens tokens;

    /** @param context knows the home folder */
    @Activate
    public TokensComponent(BundleContext context) {
        this(Home.of(context));
    }

    TokensComponent(Home home) {
        SecretsLayout layout = home.secrets();
        PrivateFiles files = new PrivateFiles();
        files.makeFolder(layout.secrets());
        this.tokens = new BearerTokens(OwnerToken.open(layout.ownerToken(), files));
    }

    @Override
    public String mint(TokenKind kind) {
        return tokens.mint(kind);
    }

    @Override
    public String hash(String token) {
        return tokens.hash(token);
    }

    @Override
    public boolean isOwner(String token) {
        return tokens.isOwner(token);
    }
}
