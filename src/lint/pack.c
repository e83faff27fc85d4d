#include "lint/config_read.h"
#include "lint/pack.h"
struct pl_pack_rule {
	size_t place;
};
size_t pl_pack_place(const struct pl_rule *rule) { return rule->pack->place; }
bool pl_pack_recognise(const struct pl_node *root)
{
	(void)root;
	return false;
}
void pl_pack_read(struct pl_config_reader *reader, const struct pl_node *root)
{
	(void)reader;
	(void)root;
}
