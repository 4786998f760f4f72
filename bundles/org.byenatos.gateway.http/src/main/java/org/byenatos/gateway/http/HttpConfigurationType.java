package org.byenatos.gateway.http;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** What can be configured of {@code org.byenatos.gateway.http}. */
@ObjectClassDefinition(name = "Byenatos connections", description = "TLS, and limits on slow and on many clients.")
public @interface HttpConfigurationType {

    /** Whether there is a second listener with TLS. */
    @AttributeDefinition(description = "Whether there is a second listener with TLS")
    boolean tls_enabled() default false;

    /** The address that it listens on. */
    @AttributeDefinition(description = "The address that it listens on")
    String tls_host() default "127.0.0.1";

    /** Its port. */
    @AttributeDefinition(description = "Its port, 1..65535")
    int tls_port() default 7789;

    /** A PKCS #12 file, or the certificate chain as PEM. */
    @AttributeDefinition(description = "PKCS #12 (.p12, .pfx) or PEM file of the certificate; empty for one made here")
    String tls_certificate() default "";

    /** The private key as PEM. */
    @AttributeDefinition(description = "PEM file (PKCS #8) of the private key, where the certificate is PEM")
    String tls_key() default "";

    /** A file that holds the password of the PKCS #12 file. */
    @AttributeDefinition(description = "File with the password of the PKCS #12 file")
    String tls_password_file() default "";

    /** How many connections there may be at once. */
    @AttributeDefinition(description = "How many connections there may be at once, 16..100000")
    int connections_max() default 512;

    /** How long the head of a request may take to arrive. */
    @AttributeDefinition(description = "How long the head of a request may take to arrive, 1..600 s")
    int head_seconds() default 10;
}
