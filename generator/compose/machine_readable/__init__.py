"""What is written for machines: feeds, records, addresses, rules. Pure: values in, bytes out.

Everything is drawn from the entries of content/, which hold only what may be published of an
outlet's text; so what a page does not show, no file for machines holds.
"""
