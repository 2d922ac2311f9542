/**
 * What pages show, as templates take it.
 *
 * <p>In: queries as they are observed, and who looks. Out: records of text and numbers for people. Never: HTTP, HTML.
 */
@NullMarked
package io.sqe.gateway.web.view;

import org.jspecify.annotations.NullMarked;
